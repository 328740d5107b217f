import type { LicenceUse } from '../../mock-server/index.js';
import type { AccountRow, GroupRow, TokenFacts, UserRow } from '../../workbench/index.js';
import { admin } from '../api/admin.js';
import { counted, moment, span } from '../format.js';
import { ComparedList } from '../parts/compared-list.js';
import { Tabs } from '../parts/tabs.js';
import { useAct } from '../state/act.js';
import { type Live, tenantNow } from '../state/live.js';
import { useStopwatch } from '../state/use-live.js';

/** Whether somebody is active, in a word that colour only underlines. */
export const Activity = ({ active }: Pick<UserRow | AccountRow, 'active'>) => (
  <span class={active ? 'tag' : 'tag off'}>{active ? 'active' : 'inactive'}</span>
);

/** The left side: the tenant's people, groups, tokens and licences. */
export function TenantSide({ tenant, live }: { readonly tenant: string; readonly live: Live }) {
  const { sides, tokens, licences } = live;
  return (
    <section class="side tenant" aria-labelledby="tenant-heading">
      <h2 id="tenant-heading">
        Tenant <span class="muted">Jama at /{tenant}</span>
      </h2>
      <Tabs
        label="Tenant"
        tabs={[
          { name: 'Users', count: sides?.users.total, content: () => <Users live={live} /> },
          { name: 'Groups', count: sides?.usergroups.total, content: () => <Groups live={live} /> },
          {
            name: 'Tokens',
            count: sides && tokens.length,
            content: () => <Tokens tenant={tenant} live={live} />,
          },
          { name: 'Licences', content: () => <Licences licences={licences} /> },
        ]}
      />
    </section>
  );
}

const Users = ({ live }: { readonly live: Live }) => (
  <ComparedList<UserRow>
    what="users"
    only="only in the tenant"
    listing={live.sides?.users}
    keyOf={({ id }) => id}
    titleOf={({ id, username, name }) => `${username} ${name} ${id}`}
  >
    {({ id, username, name, active, licenseType }) => (
      <>
        <p class="title">
          <b>{username}</b> <Activity active={active} />
        </p>
        <p class="muted small">
          {name}, id {id}, {licenseType.toLowerCase().replaceAll('_', ' ')}
        </p>
      </>
    )}
  </ComparedList>
);

const Groups = ({ live }: { readonly live: Live }) => (
  <ComparedList<GroupRow>
    what="user groups"
    only="only in the tenant"
    listing={live.sides?.usergroups}
    keyOf={({ id }) => id}
    titleOf={({ id, name }) => `${name} ${id}`}
  >
    {({ id, name, members, usernames }) => (
      <>
        <p class="title">
          <b>{name}</b>
        </p>
        {members === 0 ? (
          <p class="muted small">id {id}, no members</p>
        ) : (
          <details class="members">
            <summary>
              id {id}, {counted(members, 'member')}
            </summary>
            <p class="small">
              {usernames.join(', ')}
              {usernames.length < members && `, and ${members - usernames.length} more`}
            </p>
          </details>
        )}
      </>
    )}
  </ComparedList>
);

function Tokens({ tenant, live }: { readonly tenant: string; readonly live: Live }) {
  const act = useAct();
  const now = tenantNow(live, useStopwatch(1000));
  if (live.clock === undefined) return <p class="muted">Loading</p>;
  if (live.tokens.length === 0) return <p class="muted">No token was issued yet.</p>;
  return (
    <ul class="records">
      {[...live.tokens].reverse().map((token) => (
        <li key={token.id}>
          <div>
            <p class="title">
              <code>{token.id.slice(0, 8)}</code> <Remaining token={token} now={now} />
            </p>
            <p class="muted small">
              issued {moment(token.issuedAt)}
              {token.expiresAt > now && (
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    void act('The token is expired.', () => admin.expireTokens(tenant, token.id))
                  }
                >
                  Expire<span class="hidden"> token {token.id.slice(0, 8)}</span>
                </button>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Remaining({ token, now }: { readonly token: TokenFacts; readonly now: number }) {
  const left = token.expiresAt - now;
  const share = Math.max(0, Math.min(1, left / Math.max(1, token.expiresAt - token.issuedAt)));
  return (
    <>
      <span class={left > 0 ? 'tag' : 'tag off'}>{left > 0 ? `${span(left)} left` : 'expired'}</span>
      <meter class="life" min={0} max={1} value={share} aria-label="Remaining life" />
    </>
  );
}

const Licences = ({ licences }: { readonly licences: readonly LicenceUse[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Type</th>
        <th scope="col" class="number">
          Used
        </th>
        <th scope="col" class="number">
          Left
        </th>
      </tr>
    </thead>
    <tbody>
      {licences.map(({ licenseType, used, left }) => (
        <tr key={licenseType}>
          <th scope="row">{licenseType.toLowerCase().replaceAll('_', ' ')}</th>
          <td class="number">{used}</td>
          <td class="number">{left ?? 'not counted'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
