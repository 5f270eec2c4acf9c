import type { System } from '../model/system';
import { planSystem, stateBucket } from '../plan';
import { closest } from './closest';
import { jsonText, type Outcome } from './outcome';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

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
  /** Services of AWS that act in the account by roles of their own, once they are there. */
  readonly linkedServices: readonly string[];
  /** Regions in which AWS Backup is told to back up what is stored. */
  readonly backupRegions: readonly string[];
}

/** Services whose first use would make their role, which pipelines may not. */
const LINKED_SERVICES = [
  ...['elasticache.amazonaws.com', 'opensearchservice.amazonaws.com', 'rds.amazonaws.com'],
  ...['replication.dynamodb.amazonaws.com', 'spot.amazonaws.com'],
];

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

/** Adds the verb `bootstrap`. */
export const addBootstrap: AddVerb = (program, show) => {
  withSystem(
    program
      .command('bootstrap')
      .description('print what makes an account ready for its first deploy, as a shell script'),
  )
    .argument('[environment]', 'name of the environment, or registry; without one, all of them')
    .action(async (environment: string | undefined, options: SystemOptions) => {
      show(
        await onSystem(options, ({ system }) => bootstrapVerb(system, { environment, ...options })),
      );
    });
};

function foundationsOf(system: System): readonly Foundation[] {
  const { environments, registry } = planSystem(system);
  const pipelines = system.repository !== undefined;
  const of = (
    environment: string,
    account: string,
    region: string,
    more: Pick<Foundation, 'linkedServices' | 'backupRegions'>,
  ): Foundation => ({
    ...{ environment, account, region, pipelines, ...more },
    stateBucket: stateBucket({ system: system.name, environment, account }),
  });
  return [
    ...(registry
      ? [
          of('registry', registry.account, registry.region, {
            linkedServices: [],
            backupRegions: [],
          }),
        ]
      : []),
    ...environments.flatMap(({ environment, account, regions }) => {
      const [home] = regions;
      const backed = regions.filter(({ operations }) => operations.backup !== undefined);
      return home === undefined
        ? []
        : of(environment, account, home.region, {
            linkedServices: LINKED_SERVICES,
            backupRegions: backed.map(({ region }) => region),
          });
    }),
  ];
}

/** Each command may be run again: what is there already stays as it is. */
function formatScript({
  environment,
  account,
  region,
  stateBucket: bucket,
  pipelines,
  linkedServices,
  backupRegions,
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
    'set -e',
    `test "$(aws sts get-caller-identity --query Account --output text)" = ${account} || exit 1`,
    `aws s3api head-bucket --bucket ${bucket} 2>/dev/null ||`,
    `  aws s3api create-bucket --bucket ${bucket} --region ${region}${location}`,
    `aws s3api put-public-access-block --bucket ${bucket} --public-access-block-configuration \\`,
    '  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`,
    `aws s3api put-bucket-policy --bucket ${bucket} --policy '${tlsOnly}'`,
  ];
  for (const service of linkedServices)
    lines.push(
      `aws iam create-service-linked-role --aws-service-name ${service} >/dev/null 2>&1 || true`,
    );
  for (const name of backupRegions)
    lines.push(
      `aws backup update-region-settings --region ${name} --resource-type-opt-in-preference \\`,
      '  Aurora=true,DynamoDB=true,RDS=true,S3=true',
    );
  if (pipelines)
    lines.push(
      `aws iam get-open-id-connect-provider --open-id-connect-provider-arn \\`,
      `  arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com >/dev/null 2>&1 ||`,
      '  aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com \\',
      '    --client-id-list sts.amazonaws.com',
    );
  return lines.join('\n');
}
