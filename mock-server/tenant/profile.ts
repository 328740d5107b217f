import { SetupError } from './errors.js';
import type { LicenceCounts } from './licences.js';
import type { LicenceType } from './model.js';

/** Which release of Jama a tenant imitates. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  /** The token answer: three fields with `Bearer` since July 2024, seven with `bearer` before [documented]. */
  readonly tokenAnswer: 'three-fields' | 'seven-fields';
  /** Whether OAuth client credentials and user name with password (Basic) are accepted. */
  readonly oauth: boolean;
  readonly basic: boolean;
  /** Licences whose holders may use REST. */
  readonly callerLicences: readonly LicenceType[];
  /** The licence of the user to whom the credentials belong (NAMED). */
  readonly ownerLicence?: LicenceType;
  /** REST API access control: when on, only these user names may call [documented, 9.17 and later]. */
  readonly permittedCallers?: readonly string[];
  /** Whether users carry `uid` and `customData`, and groups `uid` [captured in 2025, absent in 2015]. */
  readonly extendedRecords: boolean;
  readonly reactivatedLicence: LicenceType;
  /** How many licences of each type the tenant owns; a type not named is not counted. */
  readonly licences: LicenceCounts;
  /** Calls a second before 429; absent: no limit. */
  readonly callsPerSecond?: number;
}

const cloud: Profile = {
  name: 'cloud',
  title: 'cloud (today)',
  tokenAnswer: 'three-fields',
  oauth: true,
  basic: false,
  callerLicences: ['NAMED'],
  extendedRecords: true,
  reactivatedLicence: 'FLOATING',
  licences: {},
};

const creators: readonly LicenceType[] = ['NAMED', 'FLOATING'];

/** The profiles by name. What sets a release apart is documented in the vendor's support articles. */
export const PROFILES: readonly Profile[] = [
  cloud,
  {
    ...cloud,
    name: 'cloud-2023',
    title: 'cloud before July 2024',
    tokenAnswer: 'seven-fields',
    callerLicences: creators,
  },
  {
    ...cloud,
    name: 'self-hosted',
    title: 'self-hosted with Basic',
    basic: true,
    callerLicences: creators,
  },
  {
    ...cloud,
    name: 'cloud-throttled',
    title: 'cloud with its limit of 10 calls a second',
    callsPerSecond: 10,
  },
  {
    ...cloud,
    name: 'access-controlled',
    title: 'cloud with REST access control on, which does not list the caller',
    permittedCallers: [],
  },
  {
    ...cloud,
    name: 'named-creator-only',
    title: 'cloud for Named Creators only, called by a float Creator',
    ownerLicence: 'FLOATING',
  },
];

/** The profile of this name. Throws `SetupError` with code `unknown-profile` otherwise. */
export function profileNamed(name: string): Profile {
  const found = PROFILES.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  const names = PROFILES.map((profile) => profile.name).join(', ');
  throw new SetupError('unknown-profile', `There is no profile "${name}".`, `Choose one of ${names}.`);
}
