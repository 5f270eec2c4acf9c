import type { System } from '../model/system';
import { planSystem, stateBucket } from '../plan';
import { closest } from './closest';
import { jsonText, type Outcome } from './outcome';

/** How the first steps are asked for. */
export interface BootstrapOptions {
  /**
   * The environment that is meant, or `registry`.
   *
   * @default - all of them
   */
  readonly environment?: string | undefined;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** What has to be in an account before Terraform can work there. */
interface Foundation {
  /** Name of the environment, or `registry`. */
  readonly environment: string;
  /** The account. */
  readonly account: string;
  /** Region of the bucket. */
  readonly region: string;
  /** Bucket that keeps the state. */
  readonly stateBucket: string;
  /** Whether pipelines of GitHub sign in. */
  readonly pipelines: boolean;
}

/** The verb `bootstrap`. It prints commands and runs none: what they change is an administrator's to decide. */
export function bootstrapVerb(
  system: System,
  { environment, json = false }: BootstrapOptions,
): Outcome {
  const all = foundationsOf(system);
  const wanted = all.filter(
    (each) => environment === undefined || each.environment === environment,
  );
  if (wanted.length === 0) {
    const names = all.map((each) => each.environment);
    const [near] = closest(environment ?? '', names);
    const hint = near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`;
    return { exitCode: 2, text: `no environment '${environment ?? ''}'; ${hint}` };
  }
  return { exitCode: 0, text: json ? jsonText(wanted) : wanted.map(formatScript).join('\n\n') };
}

function foundationsOf(system: System): readonly Foundation[] {
  const { environments, registry } = planSystem(system);
  const pipelines = system.repository !== undefined;
  const of = (environment: string, account: string, region: string): Foundation => ({
    ...{ environment, account, region, pipelines },
    stateBucket: stateBucket({ system: system.name, environment, account }),
  });
  return [
    ...(registry ? [of('registry', registry.account, registry.region)] : []),
    ...environments.flatMap(({ environment, account, regions: [home] }) =>
      home === undefined ? [] : of(environment, account, home.region),
    ),
  ];
}

/** Each command may be run again: what is there already stays as it is. */
function formatScript({
  environment,
  account,
  region,
  stateBucket: bucket,
  pipelines,
}: Foundation): string {
  // The oldest region is the only one that takes no constraint.
  const location =
    region === 'us-east-1' ? '' : ` --create-bucket-configuration LocationConstraint=${region}`;
  const tlsOnly = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  const lines = [
    `# ${environment}: account ${account}, as its administrator`,
    `test "$(aws sts get-caller-identity --query Account --output text)" = ${account} || exit 1`,
    `aws s3api head-bucket --bucket ${bucket} 2>/dev/null ||`,
    `  aws s3api create-bucket --bucket ${bucket} --region ${region}${location}`,
    `aws s3api put-public-access-block --bucket ${bucket} --public-access-block-configuration \\`,
    '  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`,
    `aws s3api put-bucket-policy --bucket ${bucket} --policy '${tlsOnly}'`,
  ];
  if (pipelines)
    lines.push(
      `aws iam get-open-id-connect-provider --open-id-connect-provider-arn \\`,
      `  arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com >/dev/null 2>&1 ||`,
      '  aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com \\',
      '    --client-id-list sts.amazonaws.com',
    );
  return lines.join('\n');
}
