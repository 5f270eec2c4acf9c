import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { HostedZoneProps } from '../../../lib/aws/dns/hosted-zone';
import { HostedZone } from '../../../lib/aws/dns/hosted-zone';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: HostedZoneProps = { domainName: 'shop.example.com', protection: 'retain' };
const synth = (props: Partial<HostedZoneProps> = {}): SynthesizedStack =>
  synthOne((scope) => new HostedZone(scope, 'Zone', { ...PROPS, ...props }));
const record = (stack: SynthesizedStack, type: string): Block | undefined =>
  all(stack, 'aws_route53_record').find((block) => block['type'] === type);

test.each([
  ['retain', false, true],
  ['disposable', true, false],
] as const)(
  '%s: destroyed with its records is %s, destroy refused is %s',
  (protection, forced, prevented) => {
    expect(only(synth({ protection }), 'aws_route53_zone')).toMatchObject({
      name: 'shop.example.com',
      force_destroy: forced,
      lifecycle: { prevent_destroy: prevented },
      tags: { Name: 'shop.example.com' },
    });
  },
);

test('gives its id and its name servers', () => {
  const stack = synthOne((scope) => {
    const { zoneId, nameServers } = new HostedZone(scope, 'Zone', PROPS);
    new Route53Record(scope, 'Other', {
      zoneId,
      name: 'b.example.com',
      type: 'NS',
      ttl: 60,
      records: [...nameServers],
    });
  });

  expect(record(stack, 'NS')).toMatchObject({
    zone_id: expect.stringMatching(/^\$\{aws_route53_zone\..+\.zone_id\}$/) as string,
    records: expect.stringMatching(/^\$\{aws_route53_zone\..+\.name_servers\}$/) as string,
  });
});

test.each([
  [undefined, ['0 issue "amazon.com"']],
  [
    ['amazon.com', 'letsencrypt.org'],
    ['0 issue "amazon.com"', '0 issue "letsencrypt.org"'],
  ],
])('certificate authorities %j are allowed by %j', (certificateAuthorities, records) => {
  expect(record(synth({ certificateAuthorities }), 'CAA')).toMatchObject({
    name: 'shop.example.com',
    ttl: 3600,
    records,
  });
});

test('every authority may issue when none is named', () => {
  expect(record(synth({ certificateAuthorities: [] }), 'CAA')).toBeUndefined();
});

test('is delegated in the parent it is told of', () => {
  expect(record(synth({ delegateFrom: 'Z01' }), 'NS')).toMatchObject({
    zone_id: 'Z01',
    name: 'shop.example.com',
    ttl: 3600,
    records: expect.stringMatching(/^\$\{aws_route53_zone\..+\.name_servers\}$/) as string,
  });
});

test('is delegated nowhere, and logs nothing, unless told to', () => {
  const stack = synth();

  expect(record(stack, 'NS')).toBeUndefined();
  expect(all(stack, 'aws_route53_query_log')).toEqual([]);
  expect(all(stack, 'aws_cloudwatch_log_group')).toEqual([]);
});

test('logs queries where Route 53 may write those of this zone only', () => {
  const stack = synth({ queryLogRetentionDays: 7 });

  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/route53/shop.example.com',
    retention_in_days: 7,
  });
  expect(policyOf(only(stack, 'aws_cloudwatch_log_resource_policy'), 'policy_document')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'QueriesOfTheZone',
        Effect: 'Allow',
        Principal: { Service: 'route53.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\..+\.arn\}:\*$/) as string,
        Condition: {
          ArnLike: {
            'aws:SourceArn': expect.stringMatching(/^\$\{aws_route53_zone\..+\.arn\}$/) as string,
          },
        },
      },
    ],
  });
  expect(only(stack, 'aws_route53_query_log')).toMatchObject({
    depends_on: [expect.stringMatching(/^aws_cloudwatch_log_resource_policy\./)],
  });
});

test('query logs belong to the provider of us-east-1, the zone does not', () => {
  const stack = synthOne((scope) => {
    const queryLogProvider = new AwsProvider(scope, 'Virginia', {
      region: 'us-east-1',
      alias: 'virginia',
    });
    new HostedZone(scope, 'Zone', { ...PROPS, queryLogRetentionDays: 7, queryLogProvider });
  });

  for (const type of ['log_group', 'log_resource_policy'])
    expect(only(stack, `aws_cloudwatch_${type}`)).toMatchObject({ provider: 'aws.virginia' });
  expect(only(stack, 'aws_kms_key')).toMatchObject({ provider: 'aws.virginia' });
  expect(only(stack, 'aws_route53_zone')).not.toHaveProperty('provider');
});

test.each([
  [
    { queryLogRetentionDays: 2 },
    '[test/Zone] queryLogRetentionDays is 2, CloudWatch Logs keeps 1, 3',
  ],
  [{ domainName: 'Shop' }, "[test/Zone] domainName 'Shop' is not a domain name"],
  [
    { certificateAuthorities: ['amazon'] },
    "[test/Zone] certificateAuthorities 'amazon' is not a domain name",
  ],
])('fails if %j', (props, problem) => {
  expect(thrownBy((scope) => new HostedZone(scope, 'Zone', { ...PROPS, ...props }))).toThrow(
    problem,
  );
});
