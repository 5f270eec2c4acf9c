import { assetsBucketStatement, assetsKeyStatement } from '../../../lib/aws/cdn/origin-access';

const distributionArn = 'arn:aws:cloudfront::111122223333:distribution/E1';
const onlyFor = {
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Condition: { StringEquals: { 'AWS:SourceArn': distributionArn } },
};

test('one distribution reads the objects of a bucket', () => {
  expect(assetsBucketStatement({ bucketArn: 'arn:aws:s3:::example', distributionArn })).toEqual({
    Sid: 'CloudFrontReads',
    ...onlyFor,
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::example/*',
  });
});

test('one distribution decrypts with a key', () => {
  expect(assetsKeyStatement({ distributionArn })).toEqual({
    Sid: 'CloudFrontDecrypts',
    ...onlyFor,
    Action: 'kms:Decrypt',
    Resource: '*',
  });
});
