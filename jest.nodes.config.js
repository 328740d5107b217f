import config from './jest.config.js';

/** The built package on every Node.js that it is made for; each is installed from npm first. */
export default { ...config, testMatch: ['**/*.nodes.ts'], testTimeout: 180_000, maxWorkers: 1 };
