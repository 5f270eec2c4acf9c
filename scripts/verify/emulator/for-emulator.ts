import { join } from 'node:path';
import { isJson, objectAt, providersOf, type Json, type StackFile } from '../stack-files';

/** What a stack is made to run against. */
export interface EmulatorTarget {
  /** Where the emulator serves, for example `http://127.0.0.1:5000`. */
  readonly endpoint: string;
  /**
   * The folder of all states, absolute.
   *
   * @default - in the bucket that the stack names, in the emulator
   */
  readonly states?: string;
  /**
   * Whether Terraform may destroy what it is told to keep.
   *
   * @default false
   */
  readonly loosened?: boolean;
  /**
   * How often a call that fails is tried again.
   *
   * @default 2
   */
  readonly retries?: number;
}

/** A stack that cannot be run against an emulator. */
export class NotForEmulator extends Error {
  public override readonly name = 'NotForEmulator';
}

/** Where a call to a service that is not listed goes: nowhere, and certainly not to AWS. */
export const NOWHERE = 'http://127.0.0.1:9';

/** The services whose calls are sent to the emulator, as the provider names them. */
const SERVICES = [
  ...['accessanalyzer', 'acm', 'acmpca', 'amp', 'appautoscaling', 'autoscaling', 'backup'],
  ...['budgets', 'ce', 'cloudfront', 'cloudtrail', 'cloudwatch', 'configservice', 'dynamodb'],
  ...['ec2', 'ecr', 'efs', 'eks', 'elasticache', 'elbv2', 'events', 'glue', 'grafana'],
  ...['guardduty', 'iam', 'inspector2', 'kafka', 'kafkaconnect', 'kms', 'lambda', 'logs', 'mq'],
  ...['opensearch', 'pipes', 'ram', 'rds', 'route53', 's3', 's3control', 'scheduler'],
  ...['secretsmanager', 'securityhub', 'servicediscovery', 'shield', 'sns', 'sqs', 'ssm', 'sts'],
  ...['synthetics', 'wafv2'],
] as const;
/** A gap of the emulator is to be told soon: the provider's own 25 would take minutes. */
const RETRIES = 2;
const KNOWN_PROVIDER = 'hashicorp/aws';

/**
 * What a synthesised stack becomes for the emulator: providers that call it, and a state in a folder. Nothing else of it
 * changes.
 *
 * @throws NotForEmulator for a provider other than AWS, and for one that does not say its account
 */
export function forEmulator(
  { name, content }: Omit<StackFile, 'folder'>,
  target: EmulatorTarget,
): Json {
  for (const [provider, { source }] of providersOf({ content })) {
    if (source === KNOWN_PROVIDER) continue;
    throw new NotForEmulator(
      `[${name}] provider ${provider} is ${JSON.stringify(source)}, only ${KNOWN_PROVIDER} is emulated; teach scripts/verify/emulator/for-emulator.ts what it calls`,
    );
  }
  const providers = Object.entries(objectAt(content, 'provider')).map(([provider, blocks]) => {
    if (provider !== 'aws')
      throw new NotForEmulator(
        `[${name}] provider ${provider} is configured, only aws is emulated; teach scripts/verify/emulator/for-emulator.ts what it calls`,
      );
    const list: readonly unknown[] = Array.isArray(blocks) ? blocks : [blocks];
    return [provider, list.map((block) => renderProvider(name, block, target))] as const;
  });
  const terraform = objectAt(content, 'terraform');
  return {
    ...content,
    provider: Object.fromEntries(providers),
    terraform: { ...terraform, backend: renderBackend(name, content, target) },
    ...(target.loosened === true && { resource: loosen(objectAt(content, 'resource')) }),
  };
}

/** Bucket, key and lock stay where the state is kept in S3. */
function renderBackend(name: string, content: Json, { endpoint, states }: EmulatorTarget): Json {
  if (states !== undefined) return { local: { path: join(states, `${name}.tfstate`) } };
  const settings = objectAt(objectAt(objectAt(content, 'terraform'), 'backend'), 's3');
  if (Object.keys(settings).length === 0)
    throw new NotForEmulator(
      `[${name}] its state is not in S3, and no folder is given for it; name one`,
    );
  return {
    s3: {
      ...settings,
      ...{ access_key: accountOf(name, content), secret_key: 'test', use_path_style: true },
      ...{ skip_credentials_validation: true, skip_metadata_api_check: true },
      ...{ skip_region_validation: true, skip_requesting_account_id: true },
      endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
    },
  };
}

/** The account in which the first provider of a stack works. */
export function accountOf(name: string, content: Json): string {
  const blocks = objectAt(content, 'provider')['aws'];
  return readAccount(name, Array.isArray(blocks) ? (blocks as readonly unknown[])[0] : blocks);
}

function readAccount(stack: string, provider: unknown): string {
  const accounts: unknown = isJson(provider) ? provider['allowed_account_ids'] : undefined;
  const [account] = Array.isArray(accounts) ? (accounts as readonly unknown[]) : [];
  if (typeof account === 'string' && /^\d{12}$/.test(account)) return account;
  throw new NotForEmulator(
    `[${stack}] allowed_account_ids is ${accounts === undefined ? 'missing' : JSON.stringify(accounts)}, the emulator has to know the account; name it`,
  );
}

/** Alias, region, account and tags stay: they are what is tried. */
function renderProvider(
  stack: string,
  block: unknown,
  { endpoint, retries = RETRIES }: EmulatorTarget,
): Json {
  const settings = isJson(block) ? block : {};
  return {
    ...settings,
    // The emulator takes the key for the account, and so serves several.
    access_key: readAccount(stack, block),
    secret_key: 'test',
    max_retries: retries,
    s3_use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: 'true',
    skip_region_validation: true,
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, endpoint]))],
  };
}

function loosen(resources: Json): Json {
  return mapObject(resources, (blocks) =>
    mapObject(isJson(blocks) ? blocks : {}, (block) => {
      if (!isJson(block) || !isJson(block['lifecycle'])) return block;
      return { ...block, lifecycle: { ...block['lifecycle'], prevent_destroy: false } };
    }),
  );
}

function mapObject(value: Json, change: (inner: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}
