import type { AuroraGlobalProps } from '../../../lib/aws/rds/aurora-global';
import { AuroraGlobal } from '../../../lib/aws/rds/aurora-global';
import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: AuroraGlobalProps = {
  identifier: 'orders',
  engineVersion: PostgresVersion.V17_7,
  databaseName: 'orders',
  protection: 'retain',
};

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('is encrypted; %s: protected from deletion is %s', (protection, kept) => {
  const stack = synthOne((scope) => new AuroraGlobal(scope, 'Orders', { ...PROPS, protection }));

  expect(only(stack, 'aws_rds_global_cluster')).toMatchObject({
    global_cluster_identifier: 'orders',
    engine: 'aurora-postgresql',
    engine_version: '17.7',
    database_name: 'orders',
    storage_encrypted: true,
    deletion_protection: kept,
    lifecycle: { prevent_destroy: kept, ignore_changes: ['database_name'] },
  });
});

test.each([
  [{ identifier: 'Orders' }, "identifier 'Orders' is not an RDS identifier"],
  [{ databaseName: 'my-orders' }, "databaseName 'my-orders' is not a PostgreSQL database or role"],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new AuroraGlobal(scope, 'Orders', { ...PROPS, ...props }))).toThrow(
    `[test/Orders] ${problem}`,
  );
});
