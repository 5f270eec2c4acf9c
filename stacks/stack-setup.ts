import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import { fitName } from '../lib/core/names';

/** Where the state of the stacks is kept: in the environment's bucket, or beside them for tests. */
export type StateBackend = 's3' | 'local';

/** What every stack has to say about itself. */
export interface StackSettings {
  /** Name of the system. */
  readonly system: string;
  /** Name of the environment. */
  readonly environment: string;
  /** AWS account: the provider refuses any other. */
  readonly account: string;
  /** Region of the stack's resources. */
  readonly region: string;
  /** Region of the bucket with the state: one bucket an environment, in its first region. */
  readonly stateRegion: string;
  /** Where the state is kept. */
  readonly backend: StateBackend;
  /**
   * The team that owns the stack.
   *
   * @default - the platform: no team tag
   */
  readonly team?: string;
  /**
   * The service the stack is for.
   *
   * @default - no service tag
   */
  readonly service?: string;
}

/** Versions of the provider that accept what is emitted. */
const PROVIDER = { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' };
/** The first version with write-only arguments, and with lock files in S3. */
const TERRAFORM_VERSION = '>= 1.11.0';

/** Name of the bucket that keeps the state of an environment. */
export function stateBucket({
  system,
  environment,
  account,
}: Pick<StackSettings, 'system' | 'environment' | 'account'>): string {
  return fitName([system, environment, 'terraform-state', account], 's3Bucket');
}

/** Gives a stack its provider, its backend and the tags of everything in it. */
export function setUpStack(stack: TerraformStack, settings: StackSettings): void {
  new AwsProvider(stack, 'Aws', renderProvider(settings));
  stack.addOverride('terraform.required_providers.aws', PROVIDER);
  stack.addOverride('terraform.required_version', TERRAFORM_VERSION);
  addBackend(stack, settings);
}

/** A second provider, for what of a stack is made from another region. */
export function addRegionalProvider(stack: TerraformStack, settings: StackSettings): AwsProvider {
  const { region } = settings;
  return new AwsProvider(stack, `Aws-${region}`, { ...renderProvider(settings), alias: region });
}

function renderProvider({ system, environment, account, region, team, service }: StackSettings) {
  const tags = {
    System: system,
    Environment: environment,
    ...(team && { Team: team }),
    ...(service && { Service: service }),
  };
  return { region, allowedAccountIds: [account], defaultTags: [{ tags }] };
}

function addBackend(stack: TerraformStack, settings: StackSettings): void {
  const name = stack.node.id;
  if (settings.backend === 'local') {
    new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
    return;
  }
  new S3Backend(stack, {
    bucket: stateBucket(settings),
    key: `${name}.tfstate`,
    region: settings.stateRegion,
    encrypt: true,
  });
  stack.addOverride('terraform.backend.s3.use_lockfile', true);
}
