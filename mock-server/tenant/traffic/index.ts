export type { TrafficEntry, TrafficRecord } from './entry.js';
export { type HarContext, harOf } from './har.js';
export type { TrafficQuery } from './query.js';
export { Traffic, type TrafficListener } from './traffic.js';
