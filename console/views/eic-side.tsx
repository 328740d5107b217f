import type { AccountRow, EntitlementRow, Listing, SidesView } from '../../workbench/index.js';
import { counted, moment } from '../format.js';
import { ComparedList } from '../parts/compared-list.js';
import { Tabs } from '../parts/tabs.js';
import type { Live } from '../state/live.js';
import { Activity } from './tenant-side.js';

/** The right side: what EIC knows. */
export function EicSide({ live }: { readonly live: Live }) {
  const { sides, bench } = live;
  return (
    <section class="side eic" aria-labelledby="eic-heading">
      <h2 id="eic-heading">
        EIC side <span class="muted">{bench?.package.name}</span>
      </h2>
      <Tabs
        label="EIC side"
        tabs={[
          { name: 'Accounts', count: sides?.accounts.total, content: () => <Accounts live={live} /> },
          {
            name: 'Entitlements',
            count: sides?.entitlements.total,
            content: () => <Entitlements live={live} />,
          },
          { name: 'Identities', count: sides?.identities.total, content: () => <Identities sides={sides} /> },
          { name: 'Tasks', count: sides?.tasks.total, content: () => <Tasks sides={sides} /> },
          { name: 'Jobs', count: sides?.jobs.total, content: () => <Jobs sides={sides} /> },
        ]}
      />
    </section>
  );
}

const Accounts = ({ live }: { readonly live: Live }) => (
  <ComparedList<AccountRow>
    what="accounts"
    only="only on the EIC side"
    listing={live.sides?.accounts}
    keyOf={({ key }) => key}
    titleOf={({ name, accountID, identity }) => `${name} ${accountID ?? ''} ${identity ?? ''}`}
  >
    {({ name, accountID, status, active, identity }) => (
      <>
        <p class="title">
          <b>{name}</b> <Activity active={active} />
        </p>
        <p class="muted small">
          accountID {accountID ?? 'none'}, {identity === null ? 'no identity' : `identity ${identity}`}
          {/^\d$/.test(status) ? '' : `, ${status}`}
        </p>
      </>
    )}
  </ComparedList>
);

const Entitlements = ({ live }: { readonly live: Live }) => (
  <ComparedList<EntitlementRow>
    what="entitlements"
    only="only on the EIC side"
    listing={live.sides?.entitlements}
    keyOf={({ key }) => key}
    titleOf={({ value, entitlementID }) => `${value} ${entitlementID ?? ''}`}
  >
    {({ value, type, entitlementID, holders }) => (
      <>
        <p class="title">
          <b>{value}</b>
        </p>
        <p class="muted small">
          {type}, entitlementID {entitlementID ?? 'none'}, {counted(holders, 'account')}
        </p>
      </>
    )}
  </ComparedList>
);

type SidesProps = { readonly sides: SidesView | undefined };

const Identities = ({ sides }: SidesProps) => (
  <>
    <ul class="records">
      {sides?.identities.rows.map(({ username, name, account }) => (
        <li key={username}>
          <div>
            <p class="title">
              <b>{username}</b>{' '}
              <span class={account === null ? 'tag off' : 'tag'}>
                {account === null ? 'no account' : 'account'}
              </span>
            </p>
            <p class="muted small">
              {name}
              {account !== null && account !== username && `, account ${account}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
    <Rest listing={sides?.identities} what="identities" />
  </>
);

const Tasks = ({ sides }: SidesProps) => (
  <>
    <ul class="records">
      {sides?.tasks.rows.map(({ id, type, status, identity, accountName, entitlement, comments }) => (
        <li key={id}>
          <div>
            <p class="title">
              <b>
                {id} {type}
              </b>{' '}
              <span class={`tag ${status === 'Complete' ? '' : 'off'}`}>{status}</span>
            </p>
            <p class="muted small">
              {[identity ?? accountName, entitlement?.id]
                .filter((part) => part !== undefined && part !== null)
                .join(', ')}
            </p>
            {comments.map((comment) => (
              <p key={comment} class="note">
                {comment}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
    <Rest listing={sides?.tasks} what="tasks" />
  </>
);

const Jobs = ({ sides }: SidesProps) => (
  <>
    <ul class="records">
      {sides?.jobs.rows.map(({ id, job, parameters, status, message, endedAt }) => (
        <li key={id}>
          <div>
            <p class="title">
              <b>{job}</b> <span class={status === 'ok' ? 'tag' : 'tag off'}>{status}</span>
            </p>
            <p class="muted small">
              {[parameters.accounts_or_access, parameters.full_or_incremental, moment(endedAt)]
                .filter(Boolean)
                .join(', ')}
            </p>
            {message !== '' && <p class="note">{message}</p>}
          </div>
        </li>
      ))}
    </ul>
    <Rest listing={sides?.jobs} what="jobs" />
  </>
);

function Rest({ listing, what }: { readonly listing: Listing<unknown> | undefined; readonly what: string }) {
  if (listing === undefined) return <p class="muted">Loading</p>;
  if (listing.total === 0) return <p class="muted">No {what} yet.</p>;
  if (listing.rows.length === listing.total) return null;
  return (
    <p class="muted small">
      {listing.rows.length} of {listing.total} {what}
    </p>
  );
}
