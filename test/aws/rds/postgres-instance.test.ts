import type { PostgresInstanceProps } from '../../../lib/aws/rds/postgres-instance';
import { PostgresInstance } from '../../../lib/aws/rds/postgres-instance';
import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: PostgresInstanceProps = {
  name: 'reports',
  engineVersion: PostgresVersion.V17_7,
  databaseName: 'shop_reports',
  instanceClass: 'db.t4g.medium',
  storageGiB: 50,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  clientSecurityGroupIds: { cluster: 'sg-1' },
  protection: 'retain',
};
const synth = (
  props: Partial<PostgresInstanceProps> = {},
  see: (database: PostgresInstance) => void = () => undefined,
): SynthesizedStack =>
  synthOne((scope) => {
    see(new PostgresInstance(scope, 'Reports', { ...PROPS, ...props }));
  });
const instance = (props: Partial<PostgresInstanceProps> = {}): Block =>
  only(synth(props), 'aws_db_instance');
const key = expect.stringMatching(/^\$\{aws_kms_key\..+\.arn\}$/) as string;

test('applications authenticate by IAM, over TLS, to an encrypted database nobody outside reaches', () => {
  const stack = synth();

  expect(only(stack, 'aws_db_instance')).toMatchObject({
    identifier: 'reports',
    engine: 'postgres',
    engine_version: '17.7',
    auto_minor_version_upgrade: false,
    instance_class: 'db.t4g.medium',
    db_name: 'shop_reports',
    iam_database_authentication_enabled: true,
    storage_encrypted: true,
    kms_key_id: key,
    publicly_accessible: false,
    port: 5432,
    tags: { Name: 'reports' },
  });
  expect(only(stack, 'aws_db_parameter_group')).toMatchObject({
    name: 'reports-postgres17',
    family: 'postgres17',
    parameter: [{ name: 'rds.force_ssl', value: '1' }],
    lifecycle: { create_before_destroy: true },
  });
  expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
    referenced_security_group_id: 'sg-1',
    from_port: 5432,
    to_port: 5432,
  });
  expect(only(stack, 'aws_db_subnet_group')).toMatchObject({
    name: 'reports',
    subnet_ids: ['subnet-1', 'subnet-2'],
  });
});

test('RDS manages the password, and says where it is', () => {
  let seen: PostgresInstance | undefined;
  const stack = synth({}, (database) => {
    seen = database;
  });

  expect(only(stack, 'aws_db_instance')).toMatchObject({
    username: 'postgres',
    manage_master_user_password: true,
    master_user_secret_kms_key_id: key,
  });
  expect(only(stack, 'aws_db_instance')).not.toHaveProperty('password');
  expect(seen).toMatchObject({ port: 5432 });
  expect([seen?.masterSecretArn, seen?.endpoint, seen?.resourceId]).not.toContain(undefined);
});

test('what is retained is backed up for long, has a standby and is not deleted', () => {
  expect(instance()).toMatchObject({
    multi_az: true,
    backup_retention_period: 35,
    copy_tags_to_snapshot: true,
    delete_automated_backups: false,
    deletion_protection: true,
    skip_final_snapshot: false,
    final_snapshot_identifier: 'reports-final',
    lifecycle: { prevent_destroy: true },
  });
});

test('what is disposable has no standby and leaves nothing', () => {
  const block = instance({ protection: 'disposable' });

  expect(block).toMatchObject({
    multi_az: false,
    backup_retention_period: 1,
    delete_automated_backups: true,
    deletion_protection: false,
    skip_final_snapshot: true,
    lifecycle: { prevent_destroy: false },
  });
  expect(block).not.toHaveProperty('final_snapshot_identifier');
});

test.each([
  ['retain', false],
  ['disposable', true],
] as const)('%s: a standby is had as it is told: %s', (protection, multiAz) => {
  expect(instance({ protection, multiAz })).toMatchObject({ multi_az: multiAz });
});

test.each([
  [{}, 100],
  [{ maxStorageGiB: 70 }, 70],
])('given %j, storage grows to %d GiB', (props, max) => {
  expect(instance(props)).toMatchObject({
    storage_type: 'gp3',
    allocated_storage: 50,
    max_allocated_storage: max,
  });
});

test('storage does not grow when it must not', () => {
  expect(instance({ maxStorageGiB: 50 })).not.toHaveProperty('max_allocated_storage');
});

test('its load is recorded for a week', () => {
  expect(instance()).toMatchObject({
    performance_insights_enabled: true,
    performance_insights_kms_key_id: key,
    performance_insights_retention_period: 7,
  });
});

test.each([
  [{}, 30],
  [{ logRetentionDays: 7 }, 7],
])('given %j, its log is kept encrypted for %d days', (props, days) => {
  const stack = synth(props);

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/rds/instance/reports/postgresql',
    retention_in_days: days,
    kms_key_id: key,
  });
  expect(only(stack, 'aws_db_instance')).toMatchObject({
    enabled_cloudwatch_logs_exports: ['postgresql'],
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_group\./)],
  });
  expect(policyOf(only(stack, 'aws_kms_key'))).toMatchObject({
    Statement: [{ Sid: 'AccountDecides' }, { Sid: 'Servicelogs' }],
  });
});

test('has the settings and tags it is told', () => {
  const stack = synth({ parameters: { work_mem: '8192' }, tags: { backup: 'daily' } });

  expect(only(stack, 'aws_db_parameter_group')).toMatchObject({
    parameter: [
      { name: 'rds.force_ssl', value: '1' },
      { name: 'work_mem', value: '8192' },
    ],
  });
  expect(only(stack, 'aws_db_instance')).toMatchObject({
    tags: { Name: 'reports', backup: 'daily' },
  });
});

test('alarms are measured of the instance and notify whom they are told', () => {
  const alarms = all(
    synth({ alarmActionArns: ['arn:topic'], maxConnections: 100 }),
    'aws_cloudwatch_metric_alarm',
  );

  expect(alarms.map((alarm) => [alarm['alarm_name'], alarm['threshold']]).sort()).toEqual([
    ['reports-connections', 80],
    ['reports-cpu', 80],
    ['reports-memory', 214_748_364],
    ['reports-storage', 5 * 2 ** 30],
  ]);
  for (const alarm of alarms) {
    expect(alarm).toMatchObject({
      dimensions: {
        DBInstanceIdentifier: expect.stringMatching(
          /^\$\{aws_db_instance\..+\.identifier\}$/,
        ) as string,
      },
      alarm_actions: ['arn:topic'],
    });
  }
});

test.each([
  [{ name: 'a--b' }, "name 'a--b' is not an RDS identifier"],
  [{ databaseName: 'Reports' }, "databaseName 'Reports' is not a PostgreSQL database or role"],
  [{ instanceClass: 't4g.medium' }, "instanceClass is 't4g.medium', a class such as"],
  [{ storageGiB: 19 }, 'storageGiB is 19, a whole number of 20 to 65536 is needed'],
  [{ maxStorageGiB: 54 }, 'maxStorageGiB is 54, a whole number of 55 to 65536 is needed'],
  [{ subnetIds: ['subnet-1'] }, 'subnetIds has 1 entries, 2 or more are needed'],
  [{ parameters: { 'rds.force_ssl': '0' } }, "parameters 'rds.force_ssl' is '0'"],
  [{ maxConnections: 0 }, 'maxConnections is 0, a whole number of 1 to 262143 is needed'],
])('refuses %j', (props, problem) => {
  expect(
    thrownBy((scope) => new PostgresInstance(scope, 'Reports', { ...PROPS, ...props })),
  ).toThrow(`[test/Reports] ${problem}`);
});
