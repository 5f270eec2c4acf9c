import { FORK, readAlias } from '../../../../scripts/verify/engines/fork';

test('an alias names a package and its version', () => {
  expect(readAlias('npm:cdktn@0.24.0')).toEqual({ name: 'cdktn', version: '0.24.0' });
});

test('the package of an alias may have a scope', () => {
  expect(readAlias('npm:@cdktn/provider-aws@25.7.0')).toEqual({
    name: '@cdktn/provider-aws',
    version: '25.7.0',
  });
});

test.each(['cdktn@0.24.0', 'npm:cdktn', 'npm:@0.24.0'])('%s is no alias', (alias) => {
  expect(() => readAlias(alias)).toThrow(`'${alias}' is no alias; write npm:<name>@<version>`);
});

test('the fork stands under the names our sources import, in fixed versions', () => {
  expect(Object.keys(FORK)).toEqual(['cdktf', '@cdktf/provider-aws']);
  for (const alias of Object.values(FORK))
    expect(readAlias(alias).version).toMatch(/^\d+\.\d+\.\d+$/);
});
