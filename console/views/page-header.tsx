import type { ComponentChildren } from 'preact';
import { addressOf } from '../state/route.js';
import { type Theme, useTheme } from '../state/theme.js';

export interface PageHeaderProps {
  readonly tenants: readonly string[];
  /** The tenant that is shown, if it is one. */
  readonly tenant?: string;
  /** Whether the class is shown. */
  readonly inClass?: boolean;
  readonly onTenant: (name: string) => void;
  /** The way to the views. */
  readonly children?: ComponentChildren;
}

const THEMES: readonly [Theme, string][] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** The head of every view: which tenant, which view, which theme. */
export function PageHeader({ tenants, tenant, inClass = false, onTenant, children }: PageHeaderProps) {
  const [theme, setTheme] = useTheme();
  return (
    <header class="page-header">
      <h1>jama-sim</h1>
      {tenants.length > 1 && (
        <nav aria-label="Class">
          <a href={addressOf({ view: 'class' })} aria-current={inClass ? 'page' : undefined}>
            Class
          </a>
        </nav>
      )}
      <label class="inline">
        <span>Tenant</span>
        <select
          aria-label="Tenant"
          value={tenant ?? ''}
          onChange={(event) => onTenant(event.currentTarget.value)}
        >
          {tenant === undefined && <option value="">choose one</option>}
          {tenants.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {children}
      <label class="inline theme">
        <span>Theme</span>
        <select
          aria-label="Theme"
          value={theme}
          onChange={(event) => setTheme(event.currentTarget.value as Theme)}
        >
          {THEMES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
