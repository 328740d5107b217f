import { FIXTURE_FORMAT, type Fixture, type FixtureRecord } from '../fixture/index.js';
import type { Overrides } from '../overrides/index.js';
import { refusalsOf } from './corrections.js';
import { errorsOf } from './errors-of.js';
import { createFreeText } from './free-text.js';
import { overridesOf } from './overrides-of.js';
import { createPseudonyms } from './pseudonyms.js';
import type { Recording } from './recording.js';
import { createRedaction } from './redact.js';

export interface ComposeOptions {
  /** What the replacements follow from; a secret. */
  readonly seed: string;
  /** Names by which the tenant may be called in its answers. */
  readonly hosts: readonly string[];
  /** Names and descriptions of user groups stay, but for names of persons in them. */
  readonly keepGroupNames: boolean;
  /** What the ledger says of where corrections were seen. */
  readonly source: string;
}

const GROUP_TEXTS: ReadonlySet<string> = new Set(['name', 'description']);

/** The fixture of a recording: everything that must not be known is replaced here, before anything is written. */
export async function composeFixture(recording: Recording, options: ComposeOptions): Promise<Fixture> {
  const { vocabulary, calls } = recording;
  const original = originalOf(recording);
  const { users, usergroups, projects, memberships } = original;
  const groupIsKept = (record: FixtureRecord) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !GROUP_TEXTS.has(key)));
  for (const record of [...users, ...projects]) vocabulary.addValue(record);
  for (const group of usergroups) vocabulary.addValue(options.keepGroupNames ? groupIsKept(group) : group);

  const pseudonyms = createPseudonyms(vocabulary, options.seed);
  const freeText = createFreeText(vocabulary, pseudonyms, options.hosts);
  const redaction = createRedaction(pseudonyms, freeText, vocabulary.ids);
  const sentences = options.keepGroupNames ? GROUP_TEXTS : undefined;
  const refusals = await refusalsOf(original, calls, recording);
  return {
    ...original,
    ...(original.owner === undefined ? {} : { owner: pseudonyms.id(original.owner) }),
    users: users.map((user) => redaction.record(user)),
    usergroups: usergroups.map((group) => redaction.record(group, sentences)),
    memberships: memberships.map((one) => ({
      usergroup: pseudonyms.id(one.usergroup),
      users: one.users.map(pseudonyms.id),
    })),
    projects: projects.map((project) => redaction.record(project)),
    overrides: {
      ...overridesOf(refusals, freeText, options.source),
      tenant: { ...seenProfile(recording), source: options.source },
    },
    errors: errorsOf(calls, redaction, freeText),
  };
}

/** The tenant as it was, with its own names. */
function originalOf({ beginning }: Recording): Fixture {
  const named = <K extends string>(records: readonly FixtureRecord[], key: K) =>
    records.filter(
      (record): record is FixtureRecord & Record<K, string> =>
        typeof record[key] === 'string' && record[key] !== '',
    );
  const users = named(beginning.records('users'), 'username');
  const usergroups = named(beginning.records('usergroups'), 'name');
  const present = new Set(users.map(({ id }) => id));
  const { owner } = beginning;
  return {
    format: FIXTURE_FORMAT,
    ...(owner !== undefined && present.has(owner) ? { owner } : {}),
    users,
    usergroups,
    memberships: usergroups.map(({ id }) => ({
      usergroup: id,
      users: beginning.membersOf(id).filter((user) => present.has(user)),
    })),
    projects: beginning.records('projects'),
    overrides: {},
    errors: [],
  };
}

/** What shows of the release in its answers. */
function seenProfile({ beginning, tokenAnswer, basic }: Recording): NonNullable<Overrides['tenant']> {
  const users = beginning.records('users');
  return {
    ...(tokenAnswer === undefined
      ? {}
      : { tokenAnswer: Object.hasOwn(tokenAnswer, 'jti') ? 'seven-fields' : 'three-fields' }),
    ...(basic ? { basic } : {}),
    ...(users.length === 0 ? {} : { extendedRecords: users.some((user) => Object.hasOwn(user, 'uid')) }),
  };
}
