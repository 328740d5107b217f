import config from './jest.config.js';

/** The console in a real browser; it needs Chromium. */
export default { ...config, testMatch: ['**/*.browser.ts'], testTimeout: 60_000, maxWorkers: 1 };
