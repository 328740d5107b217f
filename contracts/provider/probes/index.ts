import type { RuleId } from '../../../mock-server/index.js';
import type { Probe } from '../probe.js';
import { BODY_PROBES } from './bodies.js';
import { ENVELOPE_PROBES } from './envelope.js';
import { GROUP_READ_PROBES } from './groups-read.js';
import { GROUP_WRITE_PROBES } from './groups-written.js';
import { LIST_PROBES } from './lists.js';
import { OVERVIEW_PROBES } from './overview.js';
import { REFUSAL_PROBES } from './refusals.js';
import { TOKEN_ANSWER_PROBES } from './token-answer.js';
import { TOKEN_REQUEST_PROBES } from './token-requests.js';
import { USER_READ_PROBES } from './users-read.js';
import { USER_WRITE_PROBES } from './users-written.js';

/** Every probe: those that read first, those that write last. */
export const PROBES: readonly Probe[] = [
  ...TOKEN_ANSWER_PROBES,
  ...TOKEN_REQUEST_PROBES,
  ...REFUSAL_PROBES,
  ...ENVELOPE_PROBES,
  ...OVERVIEW_PROBES,
  ...LIST_PROBES,
  ...USER_READ_PROBES,
  ...GROUP_READ_PROBES,
  ...GROUP_WRITE_PROBES,
  ...USER_WRITE_PROBES,
  ...BODY_PROBES,
];

/** Rules about which no request can be sent, and what it would take. */
export const NOT_ASKED: Readonly<Partial<Record<RuleId, string>>> = {
  'token-owner-refused': 'needs the owner of the credentials to be made inactive',
  'licences-used-up': 'needs a licence type of which none is left',
  'licence-freed': 'needs the licence counts, which the REST API does not have',
  'server-error': 'needs a failure of the server',
};
