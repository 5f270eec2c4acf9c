import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { Construct } from 'constructs';
import { useProvider } from '../../lib/aws/use-provider';
import type { SynthesizedStack } from '../support/synth-stacks';
import { only, synthOne } from './one-stack';

const synth = (elsewhere: boolean): SynthesizedStack =>
  synthOne((stack) => {
    const provider = new AwsProvider(stack, 'Us', { region: 'us-east-1', alias: 'us' });
    const group = new Construct(stack, 'Group');
    new SqsQueue(new Construct(group, 'Inner'), 'Queue');
    new DataAwsRegion(group, 'Region');
    useProvider(group, elsewhere ? provider : undefined);
  });

test('resources and data below a construct are of the provider, at any depth', () => {
  const stack = synth(true);

  expect(only(stack, 'aws_sqs_queue')).toMatchObject({ provider: 'aws.us' });
  expect(Object.values(stack.data?.['aws_region'] ?? {})).toMatchObject([{ provider: 'aws.us' }]);
});

test('without a provider they are of the stack', () => {
  expect(only(synth(false), 'aws_sqs_queue')).not.toHaveProperty('provider');
});
