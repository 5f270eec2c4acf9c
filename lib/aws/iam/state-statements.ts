import type { PolicyStatement } from './policy-document';

/** Where Terraform keeps the state of stacks: an S3 bucket with lock files. */
export interface StateStore {
  /** Name of the bucket. */
  readonly bucket: string;
  /**
   * ARN of the key the bucket is encrypted with.
   * @default - S3's own key, which needs no permission
   */
  readonly keyArn?: string;
}

/**
 * What it takes to plan stacks: to read their state, and to hold its lock for as long as that takes.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#s3-bucket-permissions
 */
export function stateReadStatements(
  store: StateStore,
  stacks: readonly string[],
): readonly PolicyStatement[] {
  return [
    { sid: 'StateList', actions: ['s3:ListBucket'], resources: [bucketArn(store)] },
    { sid: 'StateRead', actions: ['s3:GetObject'], resources: stateArns(store, stacks) },
    {
      sid: 'StateLock',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: stateArns(store, stacks).map((arn) => `${arn}.tflock`),
    },
    ...stateKeyStatements(store),
  ];
}

/** What it takes to apply stacks: what planning takes, and to write their state, but never to delete it. */
export function stateWriteStatements(
  store: StateStore,
  stacks: readonly string[],
): readonly PolicyStatement[] {
  return [
    ...stateReadStatements(store, stacks),
    { sid: 'StateWrite', actions: ['s3:PutObject'], resources: stateArns(store, stacks) },
  ];
}

/** ARN of everything a bucket of state holds. */
export function stateObjectsArn(store: StateStore): string {
  return `${bucketArn(store)}/*`;
}

function bucketArn({ bucket }: StateStore): string {
  return `arn:aws:s3:::${bucket}`;
}

function stateArns(store: StateStore, stacks: readonly string[]): readonly string[] {
  return stacks.map((stack) => `${bucketArn(store)}/${stack}.tfstate`);
}

function stateKeyStatements({ keyArn }: StateStore): readonly PolicyStatement[] {
  return keyArn === undefined
    ? []
    : [{ sid: 'StateKey', actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [keyArn] }];
}
