import type { ComparedListing, SidesView } from '../../workbench/index.js';

/** What differs between the two sides, at a glance. */
export function Agreement({ sides }: { readonly sides: SidesView | undefined }) {
  const due = sides?.imports.accounts === true && !sides.imports.access;
  return (
    <section class="agreement" aria-label="What differs between the two sides">
      <Pair left="users" right="accounts" here={sides?.users} there={sides?.accounts} />
      <Pair
        left="groups"
        right="entitlements"
        here={sides?.usergroups}
        there={sides?.entitlements}
        due={due}
      />
    </section>
  );
}

interface PairProps {
  readonly left: string;
  readonly right: string;
  readonly here: ComparedListing<unknown> | undefined;
  readonly there: ComparedListing<unknown> | undefined;
  /** Whether what is in the tenant alone is no difference yet: nothing has asked for it. */
  readonly due?: boolean;
}

function Pair({ left, right, here, there, due = false }: PairProps) {
  const onlyTenant = here?.standings['only-here'] ?? 0;
  const counts = {
    'only-tenant': due ? 0 : onlyTenant,
    due: due ? onlyTenant : 0,
    different: here?.standings.different ?? 0,
    same: here?.standings.same ?? 0,
    'only-eic': there?.standings['only-here'] ?? 0,
  };
  const all = Math.max(
    1,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );
  const words = [
    [counts.same, 'agree', 'same'],
    [counts.different, counts.different === 1 ? 'differs' : 'differ', 'different'],
    [counts['only-tenant'], 'only in the tenant', 'only-tenant'],
    [counts.due, 'not imported yet', 'due'],
    [counts['only-eic'], 'only on the EIC side', 'only-eic'],
  ] as const;
  let x = 0;
  return (
    <div class="pair">
      <p>
        <b>{left}</b> <span aria-hidden="true">↔</span> <b>{right}</b>
      </p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {Object.entries(counts).map(([name, count]) => {
          const width = (100 * count) / all;
          const at = x;
          x += width;
          return <rect key={name} class={name} x={at} y="0" width={width} height="6" />;
        })}
      </svg>
      <p class="small">
        {here === undefined && <span class="muted">Loading</span>}
        {words
          .filter(([count, , name]) => count > 0 || (name === 'same' && here !== undefined && !due))
          .map(([count, text, name]) => (
            <span key={name} class={`legend ${name}`}>
              {count} {text}
            </span>
          ))}
      </p>
    </div>
  );
}
