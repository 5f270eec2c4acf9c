/** Mutation testing; what a family's run mutates and tests is said by scripts/mutate.ts: `npm run mutate -- slo`. */
const {
  mutate = [],
  tests = [],
  report = 'mutation.json',
} = JSON.parse(process.env.MUTATION_FAMILY ?? '{}');

export default {
  mutate,
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  // Titles, reasons and examples of rules are read when their file is loaded; no test of behaviour can tell them apart.
  ignoreStatic: true,
  jest: {
    configFile: 'jest.config.cjs',
    config: { testMatch: tests },
    // Jest looks for related tests below its roots, which hold the tests alone.
    enableFindRelatedTests: false,
  },
  // A busy machine is no endless loop.
  timeoutMS: 20_000,
  reporters: ['progress', 'json'],
  jsonReporter: { fileName: report },
  concurrency: 1,
  tempDirName: '.groundplan/stryker',
  ignorePatterns: ['/build', '/cdktf.out', '/dist', '/.groundplan', '/bench', '/test/golden'],
  thresholds: { high: 90, low: 85, break: null },
};
