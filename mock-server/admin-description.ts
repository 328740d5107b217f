import type { AdminOpenApi } from './admin/openapi.js';

/** The OpenAPI 3.1 document of the admin API, loaded when it is wanted. */
export async function adminDescription(origin = 'http://localhost:8080'): Promise<AdminOpenApi> {
  return (await import('./admin/openapi.js')).adminOpenApi(origin);
}
