import { Fn } from 'cdktf';
import type { LogStoreProps } from '../../../lib/aws/observability/log-store';
import { LogStore } from '../../../lib/aws/observability/log-store';
import { OpenSearchVersion } from '../../../lib/aws/observability/open-search-version';
import type { Block } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const ADMIN = 'arn:aws:iam::111122223333:role/platform';
const COLLECTOR = 'arn:aws:iam::111122223333:role/collector';
const PROPS: LogStoreProps = {
  name: 'shop-production',
  version: OpenSearchVersion.V3_1,
  nodes: 3,
  nodeType: 'r7g.large.search',
  storageGiB: 200,
  vpcId: 'vpc-1',
  subnetIds: ['a', 'b', 'c'],
  clientSecurityGroupIds: { cluster: 'sg-1' },
  adminRoleArn: ADMIN,
  clientRoleArns: [COLLECTOR],
  protection: 'retain',
  logRetentionDays: 30,
};
const synth = (props: Partial<LogStoreProps> = {}) =>
  synthOne((scope) => new LogStore(scope, 'Logs', { ...PROPS, ...props }));
const domain = (props: Partial<LogStoreProps> = {}): Block =>
  only(synth(props), 'aws_opensearch_domain');
const DISPOSABLE = { nodes: 1, protection: 'disposable' } as const;

test('is a domain of the version, its nodes and their storage', () => {
  expect(domain()).toMatchObject({
    domain_name: 'shop-production',
    engine_version: 'OpenSearch_3.1',
    cluster_config: { instance_count: 3, dedicated_master_type: 'm7g.large.search' },
    ebs_options: { ebs_enabled: true, volume_type: 'gp3', volume_size: 200 },
    vpc_options: { subnet_ids: ['a', 'b', 'c'] },
    software_update_options: { auto_software_update_enabled: true },
    tags: { Name: 'shop-production' },
  });
  expect(domain({ masterType: 'm7g.xlarge.search' })).toMatchObject({
    cluster_config: { dedicated_master_type: 'm7g.xlarge.search' },
  });
});

test('is encrypted everywhere, with a key of its own', () => {
  expect(domain()).toMatchObject({
    encrypt_at_rest: {
      enabled: true,
      kms_key_id: expect.stringContaining('aws_kms_key') as string,
    },
    node_to_node_encryption: { enabled: true },
    domain_endpoint_options: {
      enforce_https: true,
      tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
    },
  });
});

test('has no users but roles', () => {
  expect(domain()['advanced_security_options']).toEqual({
    enabled: true,
    internal_user_database_enabled: false,
    master_user_options: { master_user_arn: ADMIN },
  });
});

test('lets in the roles it is told of, and each once', () => {
  const block = domain({ clientRoleArns: [COLLECTOR, ADMIN] });

  expect(policyOf(block, 'access_policies')).toMatchObject({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: [ADMIN, COLLECTOR] },
        Action: 'es:ESHttp*',
        Resource: expect.stringMatching(/:domain\/shop-production\/\*$/) as string,
      },
    ],
  });
});

test('its clients reach it on 443, and nobody else', () => {
  const stack = synth();

  expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
    from_port: 443,
    to_port: 443,
    referenced_security_group_id: 'sg-1',
  });
  expect(only(stack, 'aws_security_group')).toMatchObject({ name: 'shop-production-opensearch' });
});

test('publishes its logs, once it may', () => {
  const block = domain();

  expect(block['log_publishing_options']).toHaveLength(4);
  expect(block['depends_on']).toEqual([
    expect.stringMatching(/^aws_cloudwatch_log_resource_policy\./),
  ]);
  expect(all(synth({ logRetentionDays: 7 }), 'aws_cloudwatch_log_group')[0]).toMatchObject({
    retention_in_days: 7,
  });
});

test.each([
  [{}, 0],
  [{ quietHour: 23 }, 23],
])('%j is updated from %d o’clock on', (props, hours) => {
  expect(domain(props)).toMatchObject({
    off_peak_window_options: {
      enabled: true,
      off_peak_window: { window_start_time: { hours, minutes: 0 } },
    },
  });
});

test('a disposable store is one node in one subnet', () => {
  expect(domain(DISPOSABLE)).toMatchObject({
    cluster_config: {
      instance_count: 1,
      dedicated_master_enabled: false,
      zone_awareness_enabled: false,
    },
    vpc_options: { subnet_ids: ['a'] },
    lifecycle: { prevent_destroy: false },
  });
  expect(domain()).toMatchObject({ lifecycle: { prevent_destroy: true } });
});

test('leaves it to Terraform to pick from subnets only Terraform knows', () => {
  expect(domain({ ...DISPOSABLE, subnetIds: Fn.split(',', 'a,b,c') })).toMatchObject({
    vpc_options: { subnet_ids: '${slice(split(",", "a,b,c"), 0, 1)}' },
  });
});

test.each([
  [{}, 10],
  [DISPOSABLE, 8],
])('%j has %d alarms', (props, count) => {
  const alarms = all(
    synth({ ...props, alarmActionArns: ['arn:t'] }),
    'aws_cloudwatch_metric_alarm',
  );

  expect(alarms).toHaveLength(count);
  expect(alarms[0]).toMatchObject({ alarm_actions: ['arn:t'] });
});

const SHAPE =
  'is not a domain (3 to 28 lower-case letters, digits and hyphens, a letter first); rename it within these bounds';

test.each([
  [{ name: 'ab' }, `name 'ab' ${SHAPE}`],
  [{ name: 'a'.repeat(29) }, `name '${'a'.repeat(29)}' ${SHAPE}`],
  [{ name: '1ab' }, `name '1ab' ${SHAPE}`],
  [{ quietHour: -1 }, 'quietHour is -1, a whole number of 0 to 23 is needed'],
  [{ quietHour: 24 }, 'quietHour is 24, a whole number of 0 to 23 is needed'],
  [{ nodes: 4 }, 'nodes is 4, a retained domain has as many in each of 3 zones'],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new LogStore(scope, 'L', { ...PROPS, ...props }))).toThrow(
    `[test/L] ${problem}`,
  );
});

test.each(['abc', 'a'.repeat(28)])('takes the name %s', (name) => {
  expect(domain({ name })).toMatchObject({ domain_name: name });
});
