import { useEffect, useState } from 'preact/hooks';

/** What the page shows, as its address says: `#/package/jama/CreateAccountJSON`, `#/lessons/jama/paging`. */
export interface Route {
  readonly view: 'live' | 'package' | 'lessons' | 'class';
  readonly tenant: string | undefined;
  /** The connector JSON that is shown, and the line to go to. */
  readonly document: string | undefined;
  readonly line: number | undefined;
  /** The lesson that is open. */
  readonly lesson: string | undefined;
}

/** The address of a view. */
export function addressOf(route: Partial<Route> & Pick<Route, 'view'>): string {
  const parts = [route.view, route.tenant ?? '', route.document ?? route.lesson ?? '', route.line ?? ''].map(
    (part) => encodeURIComponent(part),
  );
  return `#/${parts.join('/').replace(/\/+$/, '')}`;
}

const VIEWS = ['package', 'lessons', 'class'] as const;

/** What an address says; one that says nothing is the live view of the first tenant. */
export function routeOf(hash: string): Route {
  const [name, tenant, part, line] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  const view = VIEWS.find((one) => one === name) ?? 'live';
  return {
    view,
    tenant: tenant || undefined,
    document: (view === 'package' && part) || undefined,
    line: Number(line) || undefined,
    lesson: (view === 'lessons' && part) || undefined,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The route that the page's address says now. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and now.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}
