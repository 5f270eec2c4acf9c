import {
  bucketStatements,
  keyStatements,
  renderLogPolicy,
  renderLogTrust,
} from '../../../lib/aws/cloudtrail/trail-policies';

const HOME = { name: 'shop', account: '111122223333', region: 'eu-west-1' };
const TRAIL = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/shop';
const BUCKET = 'arn:aws:s3:::example-audit';
const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };

const KEEP_LOCKS = {
  Sid: 'KeepLocks',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:BypassGovernanceRetention',
  Resource: `${BUCKET}/*`,
};
const TRAIL_WRITES = [
  {
    Sid: 'TrailReadsAcl',
    Effect: 'Allow',
    Principal: CLOUDTRAIL,
    Action: 's3:GetBucketAcl',
    Resource: BUCKET,
    Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
  },
  {
    Sid: 'TrailWrites',
    Effect: 'Allow',
    Principal: CLOUDTRAIL,
    Action: 's3:PutObject',
    Resource: `${BUCKET}/AWSLogs/111122223333/*`,
    Condition: {
      StringEquals: {
        'aws:SourceArn': TRAIL,
        's3:x-amz-acl': 'bucket-owner-full-control',
      },
    },
  },
];

test('one trail writes into the bucket, below the folder of its account', () => {
  expect(bucketStatements(HOME, BUCKET, false)).toEqual(TRAIL_WRITES);
});

test('nobody passes over the lock of a bucket that is locked', () => {
  expect(bucketStatements(HOME, BUCKET, true)).toEqual([KEEP_LOCKS, ...TRAIL_WRITES]);
});

test('one trail encrypts with the key, and only what trails of the account write', () => {
  expect(keyStatements(HOME)).toEqual([
    {
      Sid: 'TrailEncrypts',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 'kms:GenerateDataKey*',
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceArn': TRAIL },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111122223333:trail/*',
        },
      },
    },
    {
      Sid: 'TrailDescribesKey',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 'kms:DescribeKey',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
    },
  ]);
});

test('a copy is written into the streams of the trail, and nothing else', () => {
  const group = 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/cloudtrail/shop';

  expect(JSON.parse(renderLogPolicy(HOME, group))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'WriteEvents',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [`${group}:log-stream:111122223333_CloudTrail_eu-west-1*`],
      },
    ],
  });
  expect(JSON.parse(renderLogTrust())).toMatchObject({
    Statement: [{ Effect: 'Allow', Principal: CLOUDTRAIL, Action: ['sts:AssumeRole'] }],
  });
});
