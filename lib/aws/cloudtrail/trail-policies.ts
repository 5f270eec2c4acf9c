import { renderPolicy, renderTrust } from '../iam/policy-document';

/** Where a trail lives, and what it is called: policies are written before it is there. */
export interface TrailHome {
  /** Name of the trail. */
  readonly name: string;
  /** Account id. */
  readonly account: string;
  /** Region of the trail, from which it records all of them. */
  readonly region: string;
}

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/**
 * Statements of the policy of a trail's bucket: one trail writes files of its account, and where files are locked nobody
 * deletes them before their time, whatever they are allowed.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html#object-lock-managing-bypass
 */
export function bucketStatements(
  home: TrailHome,
  bucketArn: string,
  locked: boolean,
): readonly object[] {
  const trail = { 'aws:SourceArn': trailArn(home) };
  return [
    ...(locked ? [keepLocks(bucketArn)] : []),
    {
      Sid: 'TrailReadsAcl',
      Effect: 'Allow',
      Principal: { Service: CLOUDTRAIL },
      Action: 's3:GetBucketAcl',
      Resource: bucketArn,
      Condition: { StringEquals: trail },
    },
    {
      Sid: 'TrailWrites',
      Effect: 'Allow',
      Principal: { Service: CLOUDTRAIL },
      Action: 's3:PutObject',
      Resource: `${bucketArn}/AWSLogs/${home.account}/*`,
      Condition: { StringEquals: { ...trail, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}

function keepLocks(bucketArn: string): object {
  return {
    Sid: 'KeepLocks',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:BypassGovernanceRetention',
    Resource: `${bucketArn}/*`,
  };
}

/**
 * Renders the statements of a key with which one trail encrypts its files; who reads them is for the account's IAM
 * policies to say.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function keyStatements(home: TrailHome): readonly object[] {
  const StringEquals = { 'aws:SourceArn': trailArn(home) };
  const trails = `arn:aws:cloudtrail:*:${home.account}:trail/*`;
  const common = { Effect: 'Allow', Principal: { Service: CLOUDTRAIL }, Resource: '*' };
  return [
    {
      Sid: 'TrailEncrypts',
      ...common,
      Action: 'kms:GenerateDataKey*',
      Condition: {
        StringEquals,
        StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': trails },
      },
    },
    {
      Sid: 'TrailDescribesKey',
      ...common,
      Action: 'kms:DescribeKey',
      Condition: { StringEquals },
    },
  ];
}

/**
 * Renders what a trail may do in CloudWatch Logs: write into its own streams of its own group.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function renderLogPolicy({ account, region }: TrailHome, logGroupArn: string): string {
  return renderPolicy([
    {
      sid: 'WriteEvents',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`${logGroupArn}:log-stream:${account}_CloudTrail_${region}*`],
    },
  ]);
}

/** Renders who may write them: CloudTrail, which AWS documents without a source here. */
export function renderLogTrust(): string {
  return renderTrust(['sts:AssumeRole'], [{ service: CLOUDTRAIL }]);
}

function trailArn({ name, account, region }: TrailHome): string {
  return `arn:aws:cloudtrail:${region}:${account}:trail/${name}`;
}
