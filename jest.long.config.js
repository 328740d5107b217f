import config from './jest.config.js';

/** The suites that take longer than a minute together. */
export default { ...config, testMatch: ['**/*.long.ts'] };
