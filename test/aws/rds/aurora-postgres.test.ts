import type { AuroraPostgresBaseProps } from '../../../lib/aws/rds/aurora-postgres';
import { AuroraPostgres } from '../../../lib/aws/rds/aurora-postgres';
import type { AuroraSize } from '../../../lib/aws/rds/aurora-size';
import { PostgresVersion } from '../../../lib/aws/rds/postgres-version';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: AuroraPostgresBaseProps = {
  name: 'orders',
  engineVersion: PostgresVersion.V17_7,
  databaseName: 'shop_orders',
  instances: 2,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  clientSecurityGroupIds: { cluster: 'sg-1' },
  storageAlarmBytes: 1_000_000,
  protection: 'retain',
};
const CLASS: AuroraSize = { instanceClass: 'db.r7g.large' };
const global = (role: 'primary' | 'secondary'): Partial<AuroraPostgresBaseProps> => ({
  global: {
    identifier: 'orders',
    role,
    ...(role === 'secondary' && { primaryRegion: 'eu-west-1' }),
  },
});
const synth = (
  props: Partial<AuroraPostgresBaseProps> = {},
  see: (database: AuroraPostgres) => void = () => undefined,
  size: AuroraSize = CLASS,
): SynthesizedStack =>
  synthOne((scope) => {
    see(new AuroraPostgres(scope, 'Orders', { ...PROPS, ...size, ...props }));
  });
const alarmsOf = (stack: SynthesizedStack): readonly string[] =>
  all(stack, 'aws_cloudwatch_metric_alarm')
    .map((alarm) => String(alarm['alarm_name']))
    .sort();
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

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroying an instance is refused: %s', (protection, refused) => {
  expect(all(synth({ protection }), 'aws_rds_cluster_instance')).toMatchObject([
    { lifecycle: { prevent_destroy: refused } },
    { lifecycle: { prevent_destroy: refused } },
  ]);
});

test('the load of each instance is recorded for a week, and none has a public address', () => {
  for (const instance of all(synth(), 'aws_rds_cluster_instance')) {
    expect(instance).toMatchObject({
      performance_insights_enabled: true,
      performance_insights_kms_key_id: key,
      performance_insights_retention_period: 7,
      publicly_accessible: false,
    });
  }
});

test('grows and shrinks with the load when it is told how far', () => {
  const stack = synth({}, undefined, { capacity: { min: 0.5, max: 8 } });

  expect(only(stack, 'aws_rds_cluster')).toMatchObject({
    serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 8 },
  });
  expect(all(stack, 'aws_rds_cluster_instance')).toMatchObject([
    { instance_class: 'db.serverless' },
    { instance_class: 'db.serverless' },
  ]);
  expect(only(synth(), 'aws_rds_cluster')).not.toHaveProperty('serverlessv2_scaling_configuration');
});

test('its log is kept encrypted for a month, in a group made before the database', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/rds/cluster/orders/postgresql',
    retention_in_days: 30,
    kms_key_id: key,
  });
  expect(only(stack, 'aws_rds_cluster')).toMatchObject({
    enabled_cloudwatch_logs_exports: ['postgresql'],
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_group\./)],
  });
  expect(policyOf(only(stack, 'aws_kms_key'))).toMatchObject({
    Statement: [{ Sid: 'AccountDecides' }, { Sid: 'Servicelogs' }],
  });
  expect(only(synth({ logRetentionDays: 7 }), 'aws_cloudwatch_log_group')).toMatchObject({
    retention_in_days: 7,
  });
});

test('has the settings it is told beside the one that demands TLS', () => {
  expect(
    only(
      synth({ parameters: { log_min_duration_statement: '500' } }),
      'aws_rds_cluster_parameter_group',
    ),
  ).toMatchObject({
    parameter: [
      { name: 'log_min_duration_statement', value: '500' },
      { name: 'rds.force_ssl', value: '1' },
    ],
  });
});

test('the cluster has the tags it is told, its instances their names only', () => {
  const stack = synth({ tags: { backup: 'daily' } });

  expect(only(stack, 'aws_rds_cluster')).toMatchObject({
    tags: { Name: 'orders', backup: 'daily' },
  });
  expect(all(stack, 'aws_rds_cluster_instance')[0]?.['tags']).toEqual({ Name: 'orders-1' });
});

test('alarms are measured of the cluster and notify whom they are told', () => {
  const stack = synth({ alarmActionArns: ['arn:topic'] });

  expect(alarmsOf(stack)).toEqual([
    'orders-connections',
    'orders-cpu',
    'orders-local-storage',
    'orders-memory',
    'orders-replica-lag',
    'orders-storage',
  ]);
  for (const alarm of all(stack, 'aws_cloudwatch_metric_alarm')) {
    expect(alarm).toMatchObject({
      namespace: 'AWS/RDS',
      dimensions: {
        DBClusterIdentifier: expect.stringMatching(
          /^\$\{aws_rds_cluster\..+\.cluster_identifier\}$/,
        ) as string,
      },
      alarm_actions: ['arn:topic'],
      ok_actions: ['arn:topic'],
    });
  }
  expect(all(synth(), 'aws_cloudwatch_metric_alarm')[0]).not.toHaveProperty('alarm_actions');
});

test('an alarm goes off at 80 % of the connections it is told', () => {
  expect(all(synth({ maxConnections: 100 }), 'aws_cloudwatch_metric_alarm')).toContainEqual(
    expect.objectContaining({ alarm_name: 'orders-connections', threshold: 80 }),
  );
});

test('a secondary tells when it is behind', () => {
  expect(alarmsOf(synth(global('secondary')))).toContain('orders-global-lag');
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
  [{ maxConnections: 0 }, 'maxConnections is 0, a whole number of 1 to 262143 is needed'],
  [{ logRetentionDays: 2 }, 'logRetentionDays is 2, CloudWatch Logs keeps 1, 3, 5'],
  [
    { parameters: { 'rds.force_ssl': '0' } },
    "parameters 'rds.force_ssl' is '0', clients connect over TLS only; leave it out",
  ],
])('refuses %j', (props, problem) => {
  expect(
    thrownBy((scope) => new AuroraPostgres(scope, 'Orders', { ...PROPS, ...CLASS, ...props })),
  ).toThrow(problem);
});

test('says where it stands when it refuses', () => {
  expect(
    thrownBy(
      (scope) => new AuroraPostgres(scope, 'Orders', { ...PROPS, instanceClass: 'r7g.large' }),
    ),
  ).toThrow(
    "[test/Orders] instanceClass is 'r7g.large', a class such as 'db.r7g.large' is needed; write it as db, family and size",
  );
});

test('is of a class or of a capacity, as the compiler says too', () => {
  expect(
    // @ts-expect-error neither is given
    thrownBy((scope) => new AuroraPostgres(scope, 'Orders', PROPS)),
  ).toThrow('[test/Orders] instanceClass and capacity are not given, one of them is needed');
  expect(
    thrownBy(
      (scope) =>
        // @ts-expect-error both are given
        new AuroraPostgres(scope, 'Orders', { ...PROPS, ...CLASS, capacity: { min: 1, max: 2 } }),
    ),
  ).toThrow('[test/Orders] instanceClass and capacity are both given, one of them is needed');
});
