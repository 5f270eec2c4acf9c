/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // One more than Jest would take: most of the time is spent in single tests, and in processes they start.
  maxWorkers: '100%',
  // On a machine that does other work too, synthesising a whole system takes as long.
  testTimeout: 180_000,
};
