import { evidenceOf } from '../../overrides/index.js';
import { FAULTS } from '../../tenant/faults/index.js';
import { isKeyReady } from '../../tenant/signing-key.js';
import { version } from '../../version.js';
import { describeTenant } from '../describe-tenant.js';
import { type AdminCall, type AdminOperation, AdminProblem, reachedBy } from '../operation.js';
import { answer, closed, flag, listOf, text } from '../schemas.js';

/** What concerns the simulator as a whole. */
export const OVERVIEW_OPERATIONS: readonly AdminOperation<AdminCall>[] = [
  {
    method: 'GET',
    path: '/',
    operationId: 'getIndex',
    summary: 'What there is',
    answer: {
      status: 200,
      schema: closed({ version: text, tenants: listOf(text), operations: listOf(text) }),
    },
    handle: async (call) => {
      const { adminOpenApi } = await import('../openapi.js');
      const { paths } = adminOpenApi('');
      return {
        version: version(),
        tenants: reachedBy(call).map(({ name }) => name),
        operations: Object.entries(paths).flatMap(([path, item]) =>
          Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/version',
    operationId: 'getVersion',
    summary: 'The version of jama-sim',
    answer: { status: 200, schema: closed({ version: text }) },
    handle: () => ({ version: version() }),
  },
  {
    method: 'GET',
    path: '/health',
    operationId: 'getHealth',
    summary: 'Whether the process is alive; answered to anybody',
    open: true,
    answer: { status: 200, schema: closed({ status: { const: 'up' }, tenants: listOf(text) }) },
    handle: ({ context }) => ({ status: 'up', tenants: context.tenants.list().map(({ name }) => name) }),
  },
  {
    method: 'GET',
    path: '/ready',
    operationId: 'getReadiness',
    summary: 'Whether tokens can be issued and requests are welcome; 503 if not; answered to anybody',
    open: true,
    answer: { status: 200, schema: closed({ ready: flag }) },
    handle: ({ context }) => {
      if (context.stopping.aborted)
        throw new AdminProblem(503, 'stopping', 'The simulator is about to stop.');
      if (!isKeyReady()) throw new AdminProblem(503, 'not-ready', 'The key that signs tokens is being made.');
      return { ready: true };
    },
  },
  {
    method: 'GET',
    path: '/openapi',
    operationId: 'getOpenApi',
    summary: 'The OpenAPI document of this API',
    answer: { status: 200, schema: { type: 'object' } },
    handle: async ({ origin }) => (await import('../openapi.js')).adminOpenApi(origin),
  },
  {
    method: 'GET',
    path: '/metrics',
    operationId: 'getMetrics',
    summary: 'Metrics for Prometheus',
    whole: true,
    answer: { status: 200, text: 'text/plain; version=0.0.4; charset=utf-8' },
    handle: async ({ context }) => (await import('../metrics.js')).metricsOf(context.tenants.list()),
  },
  {
    method: 'GET',
    path: '/faults',
    operationId: 'getFaultCatalogue',
    summary: 'The catalogue of faults that are ready to be used',
    answer: { status: 200, schema: listOf(answer('NamedFault')) },
    handle: () => FAULTS,
  },
  {
    method: 'GET',
    path: '/evidence',
    operationId: 'getEvidence',
    summary: 'The evidence ledger',
    answer: { status: 200, schema: listOf(answer('Evidence')) },
    handle: ({ context }) => evidenceOf(context.tenants.default.overrides),
  },
  {
    method: 'GET',
    path: '/tenants',
    operationId: 'getTenants',
    summary: 'The tenants in numbers; for a limited token its own',
    answer: { status: 200, schema: listOf(answer('Tenant')) },
    handle: (call) => reachedBy(call).map(describeTenant),
  },
];
