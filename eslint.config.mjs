import js from '@eslint/js';
import awscdk from 'eslint-plugin-awscdk';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const throwsPlainError = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'throw PlatformError(scope, problem, fix) or UnscopedPlatformError(problem, fix)',
};
const readsEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'the environment is read only at the edge: stacks/main.ts, charts/main.ts, lib/cli',
};
const testingSynth = {
  selector: "CallExpression[callee.object.name='Testing'][callee.property.name='synth']",
  message: 'Testing.synth skips validations: use synthStacks() or synthCharts() of test/support',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'build',
      'dist',
      'cdktf.out',
      'coverage',
      '**/*.cjs',
      '**/*.mjs',
      'bin/*.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A construct is made for its place in the tree, not for its reference.
      'no-new': 'off',
      '@typescript-eslint/no-unused-expressions': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@cdktf/provider-aws',
              message:
                'import from @cdktf/provider-aws/lib/<resource>: the index costs seconds and half a gigabyte',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/**/*.ts', 'stacks/**/*.ts', 'charts/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', throwsPlainError, readsEnvironment] },
  },
  {
    files: ['lib/cli/**/*.ts', 'stacks/main.ts', 'charts/main.ts'],
    rules: { 'no-restricted-syntax': ['error', throwsPlainError] },
  },
  {
    files: ['lib/aws/**/*.ts', 'lib/k8s/**/*.ts', 'stacks/**/*.ts', 'charts/**/*.ts'],
    extends: [awscdk.configs.strict],
  },
  {
    // Here ids are keys of the plan: names of stacks, files and stores, not of constructs.
    files: ['stacks/**/*.ts', 'charts/**/*.ts'],
    rules: {
      'awscdk/no-variable-construct-id': 'off',
      'awscdk/pascal-case-construct-id': 'off',
      'awscdk/require-passing-this': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', testingSynth],
    },
  },
);
