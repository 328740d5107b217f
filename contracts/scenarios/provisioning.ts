import type { Account, Identity, TaskRequest } from '../../connector/index.js';
import type { User } from '../../mock-server/index.js';
import { userAttributes } from '../lint/known-bindings.js';
import {
  awkwardJoiner,
  identityOf,
  plainJoiner,
  sparseJoiner,
  titledJoiner,
  untitledJoiner,
} from './identities.js';
import type { Scenario, World } from './scenario.js';
import { sentFields } from './sent-fields.js';
import { accountOf } from './then/access-matches-members.js';
import { accountIdRemedy } from './then/account-id-remedy.js';
import { isActive } from './then/accounts-match-users.js';
import { importCall } from './then/import-call.js';
import { noEffect } from './then/no-effect.js';
import { nullsSent } from './then/nulls-sent.js';
import { attributeStays, placeOf, userMatchesIdentity } from './then/user-matches-identity.js';

/** Tasks that create, change, enable, disable and remove an account. */
export const provisioningScenarios: readonly Scenario[] = [
  creation('create-account', 'A new account becomes a user with the same names', [plainJoiner]),
  creation(
    'create-account-sparse',
    'New accounts whose identities lack phone, title, location or all of them',
    [sparseJoiner, titledJoiner, untitledJoiner],
  ),
  creation('create-account-awkward', 'A new account whose names hold quotes, accents and other scripts', [
    awkwardJoiner,
  ]),
  {
    id: 'create-then-import',
    family: 'provisioning',
    title: 'The next import knows the account that was created',
    needs: ['CreateAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 5, groups: 1 },
    async run(world) {
      const { connector, succeeds, see } = world;
      if (!succeeds(await connector.importAccounts())) return;
      if (!succeeds(await connector.provision({ type: 'create', identity: plainJoiner.username }))) return;
      const created = accountFor(world, plainJoiner);

      if (!succeeds(await connector.importAccounts())) return;

      const imported = accountFor(world, plainJoiner);
      if (created && imported && created.accountID === imported.accountID) return;
      const user = world.tenant.users.list().find(({ username }) => username === created?.name);
      const given = user && created?.accountID === String(user.id);
      const mapping = importCall(world, 'import-accounts')?.pointer ?? '/accountParams';
      if (given && imported) {
        see({
          document: 'ImportAccountEntJSON',
          pointer: `${mapping}/colsToPropsMap/accountID`,
          code: 'id-from-wrong-field',
          causes: ['mapping-path-unknown', 'mapping-type', 'column-missing'],
          within: mapping,
          message: `The import gave the new user ${user.id} the accountID ${imported.accountID}.`,
          remedy: '"accountID": "id~#~char"',
        });
        return;
      }
      see({
        document: 'CreateAccountJSON',
        pointer: '/accountIdPath',
        code: 'new-account-id',
        message: `The new account had the accountID ${created?.accountID}; the import gave it ${imported?.accountID}.`,
        remedy: accountIdRemedy(world.calls),
      });
    },
  },
  update('update-account', 'A changed last name reaches the user, and nothing else changes', {
    lastname: 'Newname-Ó"Neill',
  }),
  update('update-every-attribute', 'Changes of every attribute reach the user', {
    firstname: 'Renée',
    lastname: 'O\'Neill "Ren"',
    displayname: "Renée O'Neill",
    email: 'renee.oneill@example.org',
    phonenumber: '+44 20 7946 0000',
    title: 'R&D \\ Lead',
    location: 'Łódź',
  }),
  {
    id: 'update-lost-attributes',
    family: 'provisioning',
    title: 'What an identity does not have any more is gone from the user',
    needs: ['UpdateAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 5, groups: 1 },
    async run(world) {
      const user = await importedUser(world, true);
      if (!user) return;
      const given = { phone: '+44 20 7946 0000', title: 'Lead', location: 'Leeds' };
      const filled = world.tenant.users.update(user.id, given);
      world.identify({ ...identityOf(user), phonenumber: null, title: null, location: null });

      if (!world.succeeds(await world.connector.provision(taskFor('update', user)))) return;

      const now = world.tenant.users.get(user.id);
      if (now) attributeStays(world, 'update', filled, now);
    },
  },
  activation('disable-account', 'A disabled account is an inactive user', 'disable', 'DisableAccountJSON'),
  activation('enable-account', 'An enabled account is an active user', 'enable', 'EnableAccountJSON'),
  activation(
    'remove-account',
    'A removed account is an inactive user: Jama cannot delete one',
    'remove',
    'RemoveAccountJSON',
  ),
];

function creation(id: string, title: string, identities: readonly Identity[]): Scenario {
  return {
    id,
    family: 'provisioning',
    title,
    needs: ['CreateAccountJSON'],
    given: { users: 5, groups: 1 },
    async run(world) {
      for (const identity of identities) {
        const before = new Set(world.tenant.users.list().map((user) => user.id));

        // A password may have a quotation mark and a backslash in it too.
        const task = { type: 'create', identity: identity.username, password: 'Str0ng"and\\long' } as const;
        if (!world.succeeds(await world.connector.provision(task))) continue;

        const [user] = world.tenant.users.list().filter((one) => !before.has(one.id));
        nullsSent(world, 'create', identity);
        if (user) newUserMatches(world, user, identity);
        else noEffect(world, 'CreateAccountJSON', 'The task was completed, but the tenant has no new user.');
      }
    },
  };
}

/** Some attributes of an identity change; the user gets them, and keeps what is not sent. */
function update(id: string, title: string, changes: Partial<Identity>): Scenario {
  return {
    id,
    family: 'provisioning',
    title,
    needs: ['UpdateAccountJSON', 'ImportAccountEntJSON'],
    given: { users: 5, groups: 1 },
    async run(world) {
      const user = await importedUser(world, true);
      if (!user) return;
      const changed = { ...identityOf(user), ...changes };
      world.identify(changed);

      if (!world.succeeds(await world.connector.provision(taskFor('update', user)))) return;

      const now = world.tenant.users.get(user.id);
      if (!now) return;
      userMatchesIdentity(world, 'update', now, changed);
      for (const [field, attribute] of changeable) {
        const place = placeOf(world, 'update', field);
        if (!(attribute in changes) || !place.span || now[field] !== user[field]) continue;
        // A customer may fill the field with something else, such as a custom property, that the identities here do not have.
        const params = world.calls.find(({ purpose }) => purpose === 'update')?.params ?? '';
        const read = params.slice(place.span.start, place.span.end).matchAll(/\buser\??\.(\w+)/g);
        if ([...read].some(([, other = '']) => userAttributes.has(other) && !(other in changed))) continue;
        world.see({
          ...place,
          code: 'attribute-differs',
          message: `"${field}" is ${JSON.stringify(now[field])} as before; the identity's ${attribute} is ${JSON.stringify(changed[attribute])} now.`,
          remedy: `Send the identity's ${attribute} as "${field}".`,
        });
      }
      const lost = kept.filter((field) => now[field] !== user[field]);
      if (lost.length > 0) {
        const what = lost.map((field) => `${field} from ${user[field]} to ${now[field]}`).join(', ');
        noEffect(world, 'UpdateAccountJSON', `The update changed ${what}.`);
      }
    },
  };
}

const changeable = [
  ['phone', 'phonenumber'],
  ['title', 'title'],
  ['location', 'location'],
] as const;

/** What an update of names and addresses leaves alone. */
const kept = ['username', 'licenseType', 'active'] as const;

function activation(
  id: string,
  title: string,
  type: 'enable' | 'disable' | 'remove',
  document: string,
): Scenario {
  const wanted = type === 'enable';
  return {
    id,
    family: 'provisioning',
    title,
    needs: [document, 'ImportAccountEntJSON'],
    given: { users: 30, groups: 1 },
    async run(world) {
      const user = await importedUser(world, !wanted);
      if (!user) return;

      if (!world.succeeds(await world.connector.provision(taskFor(type, user)))) return;

      if (world.tenant.users.get(user.id)?.active !== wanted) {
        noEffect(
          world,
          document,
          `The task was completed, but the user is still ${wanted ? 'inactive' : 'active'}.`,
          sendsActive(world, wanted) ? undefined : placeOf(world, type, 'active'),
        );
      }
      const account = accountOf(world, user.id, user.username);
      if (account && isActive(account) !== wanted) {
        noEffect(world, document, `The task was completed, but the account is ${account.status}.`);
      }
    },
  };
}

/**
 * A user that was imported and is active or not, as asked; where no inactive user arrives, one is made after the import. Never
 * the owner of the credentials: a token of somebody inactive is refused.
 */
async function importedUser(world: World, active: boolean): Promise<User | undefined> {
  if (!world.succeeds(await world.connector.importAccounts())) return undefined;
  const { users, owner } = world.tenant;
  const known = users.list().filter(({ id, username }) => id !== owner.id && accountOf(world, id, username));
  const fitting = known.find((user) => user.active === active) ?? known[0];
  if (!fitting) {
    world.giveUp('No user was imported, so there is no account to work on.');
    return undefined;
  }
  if (fitting.active !== active) world.tenant.users.setActive(fitting.id, active);
  return world.tenant.users.get(fitting.id);
}

function taskFor(type: TaskRequest['type'], user: User): TaskRequest {
  return { type, identity: user.username, account: user.username };
}

/** Whether the last body that was sent asked for what the task is about. */
function sendsActive(world: World, wanted: boolean): boolean {
  const { body } =
    world.connector.trace.findLast(({ request }) => request?.body !== undefined)?.request ?? {};
  return sentFields(body).active === wanted;
}

/** A new user also has the name that the account has in EIC. */
function newUserMatches(world: World, user: User, identity: Identity): void {
  userMatchesIdentity(world, 'create', user, identity);
  const name = accountFor(world, identity)?.name;
  if (name === undefined || user.username === name || user.username === 'null') return;
  world.see({
    ...placeOf(world, 'create', 'username'),
    code: 'username-differs',
    severity: 'warning',
    message: `The new user has the username ${JSON.stringify(user.username)}; in EIC the account is called ${JSON.stringify(name)}.`,
    because:
      'EIC tells by the name whether an account is there already; the next import gives it another one.',
    remedy: 'Send accountName as "username".',
  });
}

function accountFor(world: World, identity: Identity): Account | undefined {
  return world.connector.repository
    .accounts()
    .find(({ user, name }) => user === identity.username || name === identity.username);
}
