import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import { PLATFORM, stateBucket } from '../lib/plan';

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
   * @default 'platform'
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

/** Gives a stack its provider, its backend and the tags of everything in it. */
export function setUpStack(stack: TerraformStack, settings: StackSettings): void {
  new AwsProvider(stack, 'Aws', renderProvider(settings));
  stack.addOverride('terraform.required_providers.aws', PROVIDER);
  stack.addOverride('terraform.required_version', TERRAFORM_VERSION);
  addBackend(stack, settings);
}

/** Gives the provider of each region other than the stack's own, made when it is first asked for. */
export function regionalProviders(
  stack: TerraformStack,
  settings: StackSettings,
): (region: string) => AwsProvider | undefined {
  const made = new Map<string, AwsProvider>();
  return (region) => {
    if (region === settings.region) return undefined;
    const known = made.get(region);
    if (known) return known;
    const config = { ...renderProvider({ ...settings, region }), alias: region };
    const provider = new AwsProvider(stack, `Aws-${region}`, config);
    made.set(region, provider);
    return provider;
  };
}

/** Tags that say to whom and to what costs belong. */
export function tagsOf({
  system,
  environment,
  team = PLATFORM,
  service,
}: StackSettings): Record<string, string> {
  return {
    System: system,
    Environment: environment,
    Team: team,
    ...(service && { Service: service }),
  };
}

function renderProvider(settings: StackSettings) {
  const { account, region } = settings;
  return { region, allowedAccountIds: [account], defaultTags: [{ tags: tagsOf(settings) }] };
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
