import { assertParameters, renderParameters } from '../../../lib/aws/rds/postgres-parameters';

const SCOPE = { node: { path: 'x' } };

test('demands TLS with no other setting', () => {
  expect(renderParameters({})).toEqual([{ name: 'rds.force_ssl', value: '1' }]);
});

test('the order in which settings are told carries no meaning', () => {
  expect(renderParameters({ work_mem: '8192', log_statement: 'ddl' })).toEqual(
    renderParameters({ log_statement: 'ddl', work_mem: '8192' }),
  );
});

test('what PostgreSQL reads when it starts waits for a reboot, the rest does not', () => {
  expect(
    renderParameters({ shared_preload_libraries: 'pg_stat_statements', work_mem: '8192' }),
  ).toEqual([
    { name: 'rds.force_ssl', value: '1' },
    {
      name: 'shared_preload_libraries',
      value: 'pg_stat_statements',
      applyMethod: 'pending-reboot',
    },
    { name: 'work_mem', value: '8192' },
  ]);
});

test.each<Record<string, string>>([{}, { 'rds.force_ssl': '1' }])('%j is fine', (parameters) => {
  expect(() => {
    assertParameters(SCOPE, parameters);
  }).not.toThrow();
});

test.each(['0', 'off', ''])("TLS is not turned off by '%s'", (value) => {
  expect(() => {
    assertParameters(SCOPE, { 'rds.force_ssl': value });
  }).toThrow(
    `[x] parameters 'rds.force_ssl' is '${value}', clients connect over TLS only; leave it out`,
  );
});
