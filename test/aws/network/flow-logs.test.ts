import type { FlowLogsProps } from '../../../lib/aws/network/flow-logs';
import { FlowLogs } from '../../../lib/aws/network/flow-logs';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: FlowLogsProps = { name: 'shop-staging', vpcId: 'vpc-1' };
const synth = (props: Partial<FlowLogsProps> = {}): SynthesizedStack =>
  synthOne((scope) => new FlowLogs(scope, 'FlowLogs', { ...PROPS, ...props }));

test('all traffic is logged, ten minutes together, once the role may write', () => {
  expect(only(synth(), 'aws_flow_log')).toMatchObject({
    vpc_id: 'vpc-1',
    traffic_type: 'ALL',
    max_aggregation_interval: 600,
    log_destination_type: 'cloud-watch-logs',
    log_destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\..+\.arn\}$/) as string,
    iam_role_arn: expect.stringMatching(/^\$\{aws_iam_role\..+\.arn\}$/) as string,
    depends_on: [expect.stringMatching(/^aws_iam_role_policy\./)],
  });
});

test.each([
  [undefined, 30],
  [365, 365],
])('logs asked to be kept for %s days are kept for %s, encrypted', (retentionDays, days) => {
  expect(only(synth({ retentionDays }), 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vpc/shop-staging/flow-logs',
    retention_in_days: days,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\./) as string,
  });
});

test('CloudWatch Logs may use the key', () => {
  expect(policyOf(only(synth(), 'aws_kms_key'))).toMatchObject({
    Statement: [{}, { Sid: 'Servicelogs' }],
  });
  expect(only(synth(), 'aws_kms_alias')['name']).toBe('alias/vpc/shop-staging/flow-logs');
});

test('the role has no fixed name, because another region may have a network of the same name', () => {
  const role = only(synth(), 'aws_iam_role');

  expect(role).not.toHaveProperty('name');
  expect(role['name_prefix']).toBe('vpc-flow-logs-');
  expect(policyOf(role, 'assume_role_policy')).toMatchObject({
    Statement: [{ Principal: { Service: 'vpc-flow-logs.amazonaws.com' } }],
  });
});

test('the role has the name it is given', () => {
  const role = only(synth({ roleName: 'shop-staging-flow-logs' }), 'aws_iam_role');

  expect(role).not.toHaveProperty('name_prefix');
  expect(role).toMatchObject({
    name: 'shop-staging-flow-logs',
    tags: { Name: 'shop-staging-flow-logs' },
  });
});

test('a name that no role can have is refused', () => {
  expect(thrownBy((scope) => new FlowLogs(scope, 'F', { ...PROPS, roleName: 'a b' }))).toThrow(
    /^\[test\/F\] roleName/,
  );
});

test('the role writes into the log group and nowhere else', () => {
  expect(policyOf(only(synth(), 'aws_iam_role_policy'))).toMatchObject({
    Statement: [
      {
        Resource: [
          expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.[^}]+\.arn\}$/),
          expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.[^}]+\.arn\}:\*$/),
        ],
      },
    ],
  });
});

test.each([
  [undefined, false, 7],
  ['disposable', false, 7],
  ['retain', true, 30],
] as const)('protection %s: destroy refused is %s', (protection, prevented, window) => {
  const stack = synth({ protection });
  const lifecycle = { prevent_destroy: prevented };

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({ lifecycle });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ lifecycle, deletion_window_in_days: window });
});

test('refuses days CloudWatch does not offer, and a name no key can be called by', () => {
  expect(
    thrownBy((scope) => new FlowLogs(scope, 'FlowLogs', { ...PROPS, retentionDays: 10 })),
  ).toThrow('[test/FlowLogs] retentionDays is 10, CloudWatch Logs keeps 1, 3, 5,');
  expect(
    thrownBy((scope) => new FlowLogs(scope, 'FlowLogs', { ...PROPS, name: 'shop staging' })),
  ).toThrow(
    "[test/FlowLogs] name 'shop staging' has characters an alias of a key cannot have; write it with letters, digits, - and _",
  );
});
