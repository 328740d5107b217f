/** Native ES modules through swc: the tests import the TypeScript sources as they are. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  // A busy machine is no failure.
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/helpers/own-temporary-folder.js',
  setupFilesAfterEnv: ['<rootDir>/test/helpers/every-response.ts'],
  maxWorkers: '100%',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
};
