import type { AccessLogsProps } from '../../../lib/aws/cdn/access-logs';
import { AccessLogs } from '../../../lib/aws/cdn/access-logs';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne } from '../one-stack';

const PROPS: AccessLogsProps = {
  name: 'shop',
  distributionArn: 'arn:aws:cloudfront::111122223333:distribution/E1',
  protection: 'retain',
};
const synth = (props: Partial<AccessLogsProps> = {}): SynthesizedStack =>
  synthOne((scope) => new AccessLogs(scope, 'AccessLogs', { ...PROPS, ...props }));

test('the access logs of the distribution are delivered', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_log_delivery_source')).toMatchObject({
    name: 'shop',
    log_type: 'ACCESS_LOGS',
    resource_arn: 'arn:aws:cloudfront::111122223333:distribution/E1',
  });
  expect(only(stack, 'aws_cloudwatch_log_delivery')).toMatchObject({
    delivery_source_name: expect.stringMatching(
      /^\$\{aws_cloudwatch_log_delivery_source\..+\.name\}$/,
    ) as string,
    delivery_destination_arn: expect.stringMatching(
      /^\$\{aws_cloudwatch_log_delivery_destination\..+\.arn\}$/,
    ) as string,
  });
});

test('as JSON, to an encrypted log group', () => {
  const stack = synth();

  expect(only(stack, 'aws_cloudwatch_log_delivery_destination')).toMatchObject({
    name: 'shop',
    output_format: 'json',
    delivery_destination_configuration: [
      {
        destination_resource_arn: expect.stringMatching(
          /^\$\{aws_cloudwatch_log_group\..+\.arn\}$/,
        ) as string,
      },
    ],
  });
  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vendedlogs/cloudfront/shop',
    retention_in_days: 90,
  });
});

test('or to a bucket, and then there is no log group', () => {
  const stack = synth({ bucketArn: 'arn:aws:s3:::example-logs/cdn' });

  expect(only(stack, 'aws_cloudwatch_log_delivery_destination')).toMatchObject({
    delivery_destination_configuration: [
      { destination_resource_arn: 'arn:aws:s3:::example-logs/cdn' },
    ],
  });
  expect(all(stack, 'aws_cloudwatch_log_group')).toEqual([]);
});

test('keeps lines as long as it is told', () => {
  expect(only(synth({ retentionDays: 7 }), 'aws_cloudwatch_log_group')).toMatchObject({
    retention_in_days: 7,
  });
});
