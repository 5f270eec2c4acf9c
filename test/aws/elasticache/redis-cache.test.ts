import type { RedisCacheProps } from '../../../lib/aws/elasticache/redis-cache';
import { RedisCache } from '../../../lib/aws/elasticache/redis-cache';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: RedisCacheProps = {
  name: 'sessions',
  nodeType: 'cache.t4g.small',
  replicas: 1,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  clientSecurityGroupIds: { cluster: 'sg-1' },
  protection: 'retain',
};
const synth = (props: Partial<RedisCacheProps> = {}): SynthesizedStack =>
  synthOne((scope) => new RedisCache(scope, 'Sessions', { ...PROPS, ...props }));

test('is a Valkey cache that requires TLS and is encrypted with its own key', () => {
  const stack = synth();

  expect(only(stack, 'aws_elasticache_replication_group')).toMatchObject({
    replication_group_id: 'sessions',
    engine: 'valkey',
    engine_version: '8.1',
    node_type: 'cache.t4g.small',
    port: 6379,
    transit_encryption_enabled: true,
    transit_encryption_mode: 'required',
    at_rest_encryption_enabled: 'true',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
    tags: { Name: 'sessions' },
  });
  expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
    referenced_security_group_id: 'sg-1',
    from_port: 6379,
    to_port: 6379,
  });
});

test('its user authenticates by IAM, and whoever does not authenticate is nobody', () => {
  const stack = synth();

  expect(all(stack, 'aws_elasticache_user')).toMatchObject([
    {
      user_id: 'sessions-nobody',
      user_name: 'default',
      access_string: 'off ~keys* -@all',
      no_password_required: true,
    },
    {
      user_id: 'sessions',
      user_name: 'sessions',
      engine: 'valkey',
      access_string: 'on ~* &* +@all -@dangerous +info',
      authentication_mode: { type: 'iam' },
    },
  ]);
  expect(only(stack, 'aws_elasticache_user_group')).toMatchObject({
    user_group_id: 'sessions',
    engine: 'redis',
    user_ids: [expect.stringMatching(/Nobody/), expect.stringMatching(/User/)] as string[],
  });
});

test.each([
  [0, 1, false],
  [1, 2, true],
  [5, 6, true],
])('%d replicas are %d nodes, and fail over: %s', (replicas, nodes, failover) => {
  expect(only(synth({ replicas }), 'aws_elasticache_replication_group')).toMatchObject({
    num_cache_clusters: nodes,
    automatic_failover_enabled: failover,
    multi_az_enabled: failover,
  });
});

test('what is retained is kept in snapshots', () => {
  expect(only(synth(), 'aws_elasticache_replication_group')).toMatchObject({
    snapshot_retention_limit: 35,
    final_snapshot_identifier: 'sessions-final',
    lifecycle: { prevent_destroy: true },
  });
});

test('what is disposable leaves nothing', () => {
  const group = only(synth({ protection: 'disposable' }), 'aws_elasticache_replication_group');

  expect(group).toMatchObject({
    snapshot_retention_limit: 0,
    lifecycle: { prevent_destroy: false },
  });
  expect(group).not.toHaveProperty('final_snapshot_identifier');
});

test('takes another version of Valkey', () => {
  expect(only(synth({ engineVersion: '8.0' }), 'aws_elasticache_replication_group')).toMatchObject({
    engine_version: '8.0',
  });
});

test.each([
  [
    { name: 's'.repeat(41) },
    `name '${'s'.repeat(41)}' has 41 characters, an ElastiCache replication group has at most 40`,
  ],
  [{ replicas: -1 }, 'replicas is -1, a whole number of 0 to 5 is needed'],
  [{ replicas: 6 }, 'replicas is 6, a whole number of 0 to 5 is needed'],
  [{ subnetIds: ['subnet-1'] }, 'subnetIds has 1 entries, 2 or more are needed'],
  [
    { nodeType: 't4g.small' },
    "nodeType is 't4g.small', a type such as 'cache.t4g.small' is needed; write it as cache, family and size",
  ],
  [{ nodeType: 'cache.t4g' }, "nodeType is 'cache.t4g', a type such as"],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new RedisCache(scope, 'Sessions', { ...PROPS, ...props }))).toThrow(
    `[test/Sessions] ${problem}`,
  );
});

test('the longest name still has room for its nobody', () => {
  const [nobody] = all(synth({ name: 's'.repeat(40) }), 'aws_elasticache_user');

  expect(String(nobody?.['user_id'])).toHaveLength(40);
});

test('is of a larger node type', () => {
  expect(
    only(synth({ nodeType: 'cache.r7g.12xlarge' }), 'aws_elasticache_replication_group'),
  ).toMatchObject({ node_type: 'cache.r7g.12xlarge' });
});

test.each([
  [{}, 30],
  [{ logRetentionDays: 7 }, 7],
])('given %j, its logs are kept encrypted for %d days', (props, days) => {
  const stack = synth(props);

  expect(all(stack, 'aws_cloudwatch_log_group')).toMatchObject([
    { name: '/aws/elasticache/sessions/engine-log', retention_in_days: days },
    { name: '/aws/elasticache/sessions/slow-log', retention_in_days: days },
  ]);
  expect(only(stack, 'aws_elasticache_replication_group')).toMatchObject({
    log_delivery_configuration: [{ log_type: 'slow-log' }, { log_type: 'engine-log' }],
  });
  expect(policyOf(only(stack, 'aws_kms_key'))).toMatchObject({
    Statement: [{ Sid: 'AccountDecides' }, { Sid: 'Servicelogs' }],
  });
});

test('has the tags it is told', () => {
  expect(
    only(synth({ tags: { team: 'commerce' } }), 'aws_elasticache_replication_group'),
  ).toMatchObject({ tags: { Name: 'sessions', team: 'commerce' } });
});

test.each([
  [0, ['001'], false],
  [2, ['001', '002', '003'], true],
])('with %d replicas nodes %j have alarms, on their lag: %s', (replicas, nodes, lag) => {
  const alarms = all(
    synth({ replicas, alarmActionArns: ['arn:topic'] }),
    'aws_cloudwatch_metric_alarm',
  );

  expect(new Set(alarms.map((alarm) => String(alarm['alarm_name']).split('-')[1]))).toEqual(
    new Set(nodes),
  );
  expect(alarms.some((alarm) => alarm['alarm_name'] === 'sessions-001-lag')).toBe(lag);
  for (const alarm of alarms) expect(alarm).toMatchObject({ alarm_actions: ['arn:topic'] });
});
