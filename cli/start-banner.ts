import pc from 'picocolors';
import type { RunningTenant, Simulator } from '../mock-server/index.js';
import { readManifest } from './manifest.js';

export interface StartFacts {
  readonly seed: number;
  /** The file of the recorded tenant, if one is played. */
  readonly fixture: string | undefined;
  /** The data file, if the tenant is kept in one. */
  readonly data: string | undefined;
  /** Milliseconds from the start of the process until the tenant answered. */
  readonly readyMs: number;
  /** Where the trainers' console is, if there is one. */
  readonly console: string | undefined;
  readonly color: boolean;
}

/** What `start` prints: where the tenant is, how to sign in, and lines that work when they are pasted. */
export function startBanner(simulator: Simulator, facts: StartFacts): string {
  const { url, credentials, tenant, certificate } = simulator;
  const { bold, dim } = pc.createColors(facts.color);
  const { version } = readManifest();
  const { clientId, clientSecret } = credentials;
  const size = `${tenant.users.list().length} users, ${tenant.usergroups.list().length} groups, ${tenant.projects.list().length} projects`;
  const origin = originOf(facts);
  const curl = certificate === undefined ? 'curl' : 'curl -k';
  const signIn = `-u ${shellWord(`${clientId}:${clientSecret}`)} -d grant_type=client_credentials ${url}/rest/oauth/token`;
  return [
    `jama-sim ${version}   tenant ready in ${Math.round(facts.readyMs)} ms`,
    '',
    `  base URL       ${bold(url)}`,
    `  client id      ${clientId}     secret  ${clientSecret}`,
    `  tenant         ${size}   ${origin}`,
    ...simulator.tenants().slice(1).map(describeTenant),
    ...(facts.console === undefined ? [] : [`  console        ${facts.console}`]),
    `  token          lives ${tenant.tokens.lifetime} s       profile  ${tenant.profile.title}`,
    '',
    `  ${curl} ${signIn}`,
    '',
    `  TOKEN=$(${curl} -s ${signIn} | cut -d'"' -f4)`,
    `  ${curl} -H "Authorization: Bearer $TOKEN" "${url}/rest/v1/users?maxResults=50"`,
    '',
    dim('  Ctrl-C stops it.'),
    '',
  ].join('\n');
}

/** Where the records come from. */
function originOf({ data, fixture, seed }: StartFacts): string {
  if (data !== undefined) return `kept in ${data}`;
  return fixture === undefined ? `seed ${seed}` : `recorded in ${fixture}`;
}

const describeTenant = ({ url, credentials: { clientId, clientSecret } }: RunningTenant): string =>
  `  one more       ${url}   client id ${clientId}   secret ${clientSecret}`;

/** A word that a shell takes as it is: quoted if it has to be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
