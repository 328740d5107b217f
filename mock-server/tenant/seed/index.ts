export { generatedTenant } from './remembered-tenant.js';
export { type SeedOptions, seedTenant } from './seed-tenant.js';
