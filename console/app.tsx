import { useCallback, useEffect, useState } from 'preact/hooks';
import { admin, type TenantFacts } from './api/admin.js';
import { ApiProblem, hasToken, rememberToken } from './api/http.js';
import { addressOf, useRoute } from './state/route.js';
import { ClassPage } from './views/class-page.js';
import { PageHeader } from './views/page-header.js';
import { TenantPage } from './views/tenant-page.js';
import { TokenDialog } from './views/token-dialog.js';

/** The whole console: the tenants, the one that is shown, and the question for the admin token when it is needed. */
export function App() {
  const route = useRoute();
  const [tenants, setTenants] = useState<readonly TenantFacts[]>([]);
  const [trouble, setTrouble] = useState<ApiProblem | undefined>();
  const refused = useCallback((problem: ApiProblem) => setTrouble(problem), []);

  const load = useCallback(async () => {
    try {
      setTenants(await admin.tenants());
      setTrouble(undefined);
    } catch (error) {
      setTrouble(
        error instanceof ApiProblem
          ? error
          : new ApiProblem(0, 'unreachable', 'The simulator does not answer.'),
      );
    }
  }, []);
  useEffect(() => void load(), [load]);

  const openTenant = (name: string) => {
    location.hash = addressOf({ view: route.view === 'class' ? 'live' : route.view, tenant: name });
  };
  const tenant = tenants.find(({ name }) => name === route.tenant) ?? tenants[0];
  if (trouble?.status === 401) {
    return (
      <TokenDialog
        refused={hasToken()}
        onToken={(token) => {
          rememberToken(token);
          void load();
        }}
      />
    );
  }
  if (tenant === undefined) {
    return (
      <main class="empty">
        <h1>jama-sim</h1>
        <p role="status">{trouble === undefined ? 'Loading' : trouble.message}</p>
        {trouble !== undefined && (
          <button type="button" onClick={() => void load()}>
            Try again
          </button>
        )}
      </main>
    );
  }
  if (route.view === 'class') {
    return (
      <ClassPage
        refused={refused}
        header={<PageHeader tenants={tenants.map(({ name }) => name)} inClass onTenant={openTenant} />}
      />
    );
  }
  return (
    <TenantPage
      key={tenant.name}
      tenant={tenant.name}
      route={route}
      refused={refused}
      header={(nav) => (
        <PageHeader tenants={tenants.map(({ name }) => name)} tenant={tenant.name} onTenant={openTenant}>
          {nav}
        </PageHeader>
      )}
    />
  );
}
