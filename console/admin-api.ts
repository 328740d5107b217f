/** What the admin API says of a tenant, as far as the console shows it. Times are epoch milliseconds. */
export interface TenantFacts {
  readonly name: string;
  readonly profile: string;
  readonly users: number;
  readonly usergroups: number;
  readonly projects: number;
  readonly requests: number;
}

export interface TokenFacts {
  readonly id: string;
  readonly leftMs: number;
}

export interface ClockFacts {
  readonly now: number;
  readonly mode: 'real' | 'frozen' | 'shifted';
}

export interface RequestFacts {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const base = '/__admin';

/** The tenants of this simulator. Rejects with the admin API's own words when it refuses. */
export function tenants(): Promise<readonly TenantFacts[]> {
  return get(`${base}/tenants`);
}

/** Everything the console shows of one tenant, read at about the same moment. */
export async function overview(name: string) {
  const at = `${base}/tenants/${encodeURIComponent(name)}`;
  const [facts, clock, tokens, traffic] = await Promise.all([
    get<TenantFacts>(at),
    get<ClockFacts>(`${at}/clock`),
    get<readonly TokenFacts[]>(`${at}/tokens`),
    get<{ readonly requests: readonly RequestFacts[] }>(`${at}/requests`),
  ]);
  return { facts, clock, tokens, requests: traffic.requests };
}

export type Action = 'freeze' | 'advance' | 'real' | 'expire' | 'reset';

const hour = 3_600_000;

const actions: Readonly<Record<Action, { readonly path: string; readonly body: object }>> = {
  freeze: { path: 'clock', body: { freeze: true } },
  advance: { path: 'clock', body: { advance: hour } },
  real: { path: 'clock', body: { real: true } },
  expire: { path: 'tokens/expire', body: {} },
  reset: { path: 'reset', body: {} },
};

/** Does one of the console's actions to a tenant. */
export async function act(name: string, action: Action): Promise<void> {
  const { path, body } = actions[action];
  const response = await fetch(`${base}/tenants/${encodeURIComponent(name)}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await wordsOf(response));
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(await wordsOf(response));
  return response.json() as Promise<T>;
}

async function wordsOf(response: Response): Promise<string> {
  const problem: { detail?: string } = await response.json().catch(() => ({}));
  return problem.detail ?? `The admin API answered ${response.status}.`;
}
