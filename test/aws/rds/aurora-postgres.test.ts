import type { AuroraPostgresProps } from '../../../lib/aws/rds/aurora-postgres';
import { AuroraPostgres } from '../../../lib/aws/rds/aurora-postgres';
import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: AuroraPostgresProps = {
  name: 'orders',
  engineVersion: PostgresVersion.V17_7,
  databaseName: 'shop_orders',
  instanceClass: 'db.r7g.large',
  instances: 2,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  clientSecurityGroupIds: { cluster: 'sg-1' },
  storageAlarmBytes: 1_000_000,
  protection: 'retain',
};
const global = (role: 'primary' | 'secondary'): Partial<AuroraPostgresProps> => ({
  global: {
    identifier: 'orders',
    role,
    ...(role === 'secondary' && { primaryRegion: 'eu-west-1' }),
  },
});
const synth = (
  props: Partial<AuroraPostgresProps> = {},
  see: (database: AuroraPostgres) => void = () => undefined,
): SynthesizedStack =>
  synthOne((scope) => {
    see(new AuroraPostgres(scope, 'Orders', { ...PROPS, ...props }));
  });
const key = expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string;

test('applications authenticate by IAM, over TLS, to an encrypted database', () => {
  const stack = synth();

  expect(only(stack, 'aws_rds_cluster')).toMatchObject({
    cluster_identifier: 'orders',
    engine: 'aurora-postgresql',
    engine_version: '17.7',
    database_name: 'shop_orders',
    iam_database_authentication_enabled: true,
    storage_encrypted: true,
    kms_key_id: key,
    port: 5432,
    tags: { Name: 'orders' },
  });
  expect(only(stack, 'aws_rds_cluster_parameter_group')).toMatchObject({
    name: 'orders-aurora-postgresql17',
    family: 'aurora-postgresql17',
    parameter: [{ name: 'rds.force_ssl', value: '1' }],
    lifecycle: { create_before_destroy: true },
  });
  expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
    referenced_security_group_id: 'sg-1',
    from_port: 5432,
    to_port: 5432,
  });
});

test('RDS manages the password of a regional database', () => {
  let secretArn: string | undefined;
  const stack = synth({}, ({ masterSecretArn }) => {
    secretArn = masterSecretArn;
  });

  expect(only(stack, 'aws_rds_cluster')).toMatchObject({
    manage_master_user_password: true,
    master_user_secret_kms_key_id: key,
    master_username: 'postgres',
  });
  expect(secretArn).toBeDefined();
  expect(stack.ephemeral).toBeUndefined();
  expect(stack.terraform).not.toHaveProperty('required_version');
  expect(only(stack, 'aws_rds_cluster')).not.toHaveProperty('lifecycle.ignore_changes');
  expect(only(stack, 'aws_rds_cluster')).not.toHaveProperty('global_cluster_identifier');
});

test('the primary of a global database gets a password no state has seen', () => {
  const stack = synth(global('primary'));
  const cluster = only(stack, 'aws_rds_cluster');

  expect(cluster).toMatchObject({
    global_cluster_identifier: 'orders',
    database_name: 'shop_orders',
    master_username: 'postgres',
    master_password_wo: expect.stringMatching(/^\$\{jsondecode\(ephemeral\./) as string,
    master_password_wo_version: 1,
    lifecycle: { ignore_changes: ['replication_source_identifier', 'engine_version'] },
  });
  expect(cluster).not.toHaveProperty('manage_master_user_password');
  expect(only(stack, 'aws_secretsmanager_secret')).toMatchObject({
    name: 'orders-master',
    kms_key_id: key,
  });
});

test('a secondary has neither credentials nor a database of its own', () => {
  let secretArn: string | undefined = 'unset';
  const cluster = only(
    synth(global('secondary'), ({ masterSecretArn }) => {
      secretArn = masterSecretArn;
    }),
    'aws_rds_cluster',
  );

  expect(cluster).toMatchObject({
    global_cluster_identifier: 'orders',
    source_region: 'eu-west-1',
    kms_key_id: key,
    lifecycle: { ignore_changes: ['replication_source_identifier', 'engine_version'] },
  });
  for (const absent of [
    'database_name',
    'master_username',
    'master_password_wo',
    'manage_master_user_password',
  ]) {
    expect(cluster).not.toHaveProperty(absent);
  }
  expect(secretArn).toBeUndefined();
});

test('a primary has no source', () => {
  expect(only(synth(global('primary')), 'aws_rds_cluster')).not.toHaveProperty('source_region');
});

test('a secondary says where its primary is', () => {
  expect(() => synth({ global: { identifier: 'orders', role: 'secondary' } })).toThrow(
    '[test/Orders] global.primaryRegion is not given, a secondary needs it; pass the region of the primary',
  );
});

test('what is retained is backed up for long and not deleted', () => {
  expect(only(synth(), 'aws_rds_cluster')).toMatchObject({
    backup_retention_period: 35,
    delete_automated_backups: false,
    deletion_protection: true,
    skip_final_snapshot: false,
    final_snapshot_identifier: 'orders-final',
    lifecycle: { prevent_destroy: true },
  });
});

test('what is disposable leaves nothing', () => {
  const cluster = only(synth({ protection: 'disposable' }), 'aws_rds_cluster');

  expect(cluster).toMatchObject({
    backup_retention_period: 1,
    delete_automated_backups: true,
    deletion_protection: false,
    skip_final_snapshot: true,
    lifecycle: { prevent_destroy: false },
  });
  expect(cluster).not.toHaveProperty('final_snapshot_identifier');
});

test('has the number of instances, which are upgraded with the cluster only', () => {
  expect(all(synth(), 'aws_rds_cluster_instance')).toMatchObject([
    { identifier: 'orders-1', instance_class: 'db.r7g.large', auto_minor_version_upgrade: false },
    { identifier: 'orders-2', instance_class: 'db.r7g.large', auto_minor_version_upgrade: false },
  ]);
});

test('an alarm goes off above the storage it was planned for', () => {
  expect(only(synth(), 'aws_cloudwatch_metric_alarm')).toMatchObject({
    namespace: 'AWS/RDS',
    metric_name: 'VolumeBytesUsed',
    comparison_operator: 'GreaterThanThreshold',
    threshold: 1_000_000,
  });
  expect(only(synth(), 'aws_cloudwatch_metric_alarm')).not.toHaveProperty('alarm_actions');
  expect(
    only(synth({ alarmActionArns: ['arn:topic'] }), 'aws_cloudwatch_metric_alarm'),
  ).toMatchObject({ alarm_actions: ['arn:topic'] });
});

test.each([{ instances: 1 }, { instances: 16 }])('%j is built', ({ instances }) => {
  expect(all(synth({ instances }), 'aws_rds_cluster_instance')).toHaveLength(instances);
});

test.each([
  [{ name: 'a--b' }, "name 'a--b' is not an RDS identifier"],
  [{ databaseName: 'Orders' }, "databaseName 'Orders' is not a PostgreSQL database or role"],
  [{ instances: 0 }, 'instances is 0, a whole number of 1 to 16 is needed'],
  [{ instances: 17 }, 'instances is 17, a whole number of 1 to 16 is needed'],
  [{ storageAlarmBytes: 0 }, 'storageAlarmBytes is 0, a whole number of 1 or more is needed'],
  [{ subnetIds: ['subnet-1'] }, 'subnetIds has 1 entries, 2 or more are needed'],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new AuroraPostgres(scope, 'Orders', { ...PROPS, ...props }))).toThrow(
    `[test/Orders] ${problem}`,
  );
});
