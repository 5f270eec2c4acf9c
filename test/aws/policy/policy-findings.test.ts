import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsS3Bucket } from '@cdktf/provider-aws/lib/data-aws-s3-bucket';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Testing, TerraformStack } from 'cdktf';
import { policyFindings } from '../../../lib/aws/policy/policy-findings';
import { ASKED, judged } from './judged';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const CLOSED = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

describe('findings of policy', () => {
  test('say rule, path, problem, fix and source', () => {
    expect(judged((stack) => new CloudwatchLogGroup(stack, 'Logs', { kmsKeyId: KEY }))).toEqual([
      {
        rule: 'LOG-001',
        severity: 'error',
        path: 'test/Logs',
        problem: 'retentionInDays is not set, events never expire',
        numbers: {},
        fix: 'say how many days they are kept',
        source:
          'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
      },
    ]);
  });

  test('come of all stacks, in the order of their paths', () => {
    const app = Testing.app();
    for (const id of ['b', 'a']) {
      const stack = new TerraformStack(app, id);
      new CloudwatchLogGroup(stack, 'Logs', { kmsKeyId: KEY, retentionInDays: 30 });
    }

    expect(policyFindings(app, ASKED).map(({ rule, path }) => [rule, path])).toEqual([
      ['TAG-001', 'a/Logs'],
      ['TAG-001', 'b/Logs'],
    ]);
  });

  test('of one stack leave the others out, and those of a nested stack are in once', () => {
    const app = Testing.app();
    const outer = new TerraformStack(app, 'outer');
    const inner = new TerraformStack(outer, 'inner');
    for (const stack of [outer, inner, new TerraformStack(app, 'other')])
      new CloudwatchLogGroup(stack, 'Logs', { kmsKeyId: KEY, retentionInDays: 30 });

    expect(policyFindings(outer, ASKED).map(({ path }) => path)).toEqual([
      'outer/Logs',
      'outer/inner/Logs',
    ]);
  });

  test('look for what belongs to a bucket in its own stack only', () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, 'one'), new TerraformStack(app, 'two')];
    const closed = new S3Bucket(one, 'Closed', {});
    const open = new S3Bucket(one, 'Open', { bucket: 'open' });
    new S3BucketPublicAccessBlock(one, 'Block', { bucket: closed.id, ...CLOSED });
    new S3BucketPublicAccessBlock(two, 'Block', { bucket: 'open', ...CLOSED });

    const exposed = policyFindings(app, ASKED).filter(({ rule }) => rule === 'PUB-001');

    expect(exposed.map(({ path }) => path)).toEqual([open.node.path]);
  });

  test('tell an address from one that begins with it', () => {
    const found = judged((stack) => {
      const [short, long] = ['Data', 'DataTwo'].map((id) => {
        const bucket = new S3Bucket(stack, id, {});
        bucket.overrideLogicalId(id.toLowerCase());
        return bucket;
      });
      new S3BucketPublicAccessBlock(stack, 'Block', { bucket: long?.id ?? '', ...CLOSED });
      expect(short).toBeDefined();
    });

    expect(found.filter(({ rule }) => rule === 'PUB-001').map(({ path }) => path)).toEqual([
      'test/Data',
    ]);
  });

  test('are of resources, not of what is only read', () => {
    expect(judged((stack) => new DataAwsS3Bucket(stack, 'Bucket', { bucket: 'a' }))).toEqual([]);
  });

  test('take the default tags of the provider that makes the resource', () => {
    const app = Testing.app();
    const stack = new TerraformStack(app, 's');
    const tags = { System: 'shop', Environment: 'staging' };
    const tagged = new AwsProvider(stack, 'Tagged', { alias: 'tagged', defaultTags: [{ tags }] });
    new AwsProvider(stack, 'Aws', { region: 'eu-west-1' });
    new Vpc(stack, 'ByAlias', { provider: tagged });
    new Vpc(stack, 'ByDefault', {});

    expect(policyFindings(app, ASKED).map(({ path }) => path)).toEqual(['s/ByDefault']);
  });

  test('need the day they are of', () => {
    expect(() => policyFindings(Testing.app(), { ...ASKED, asOf: 'today' })).toThrow(
      "asOf is 'today', which is no day; write it like 2026-11-22",
    );
  });
});
