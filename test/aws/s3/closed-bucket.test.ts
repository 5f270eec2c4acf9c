import { closeBucket } from '../../../lib/aws/s3/closed-bucket';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { only, policyOf, synthOne } from '../one-stack';

const ARN = 'arn:aws:s3:::example-receipts';
const TLS_ONLY = {
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [ARN, `${ARN}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const synth = (statements?: readonly object[]): SynthesizedStack =>
  synthOne((scope) => {
    closeBucket(scope, { bucket: 'example-receipts', arn: ARN, ...(statements && { statements }) });
  });

test('nothing of it is public and nobody but its account owns objects', () => {
  const stack = synth();

  expect(only(stack, 'aws_s3_bucket_public_access_block')).toMatchObject({
    bucket: 'example-receipts',
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(only(stack, 'aws_s3_bucket_ownership_controls')).toMatchObject({
    bucket: 'example-receipts',
    rule: { object_ownership: 'BucketOwnerEnforced' },
  });
});

test('what does not come over TLS is refused, before anything else is said', () => {
  const read = { Sid: 'Read', Effect: 'Allow' };

  expect(policyOf(only(synth(), 'aws_s3_bucket_policy'), 'policy')).toEqual({
    Version: '2012-10-17',
    Statement: [TLS_ONLY],
  });
  expect(policyOf(only(synth([read]), 'aws_s3_bucket_policy'), 'policy')).toEqual({
    Version: '2012-10-17',
    Statement: [TLS_ONLY, read],
  });
});
