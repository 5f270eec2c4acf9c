import { PULL_ACTIONS } from './image-statements';

/** Who besides the registry's own account pulls images. */
export interface Pullers {
  /** Ids of accounts. */
  readonly accountIds: readonly string[];
  /**
   * Id of an organization whose accounts all pull.
   * @default - none
   */
  readonly organizationId?: string;
}

/** Tags with this prefix are what was released, and never expire. */
export const RELEASE_PREFIX = 'release-';
/**
 * Images a repository holds at most, so that a rule which keeps as many expires none.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html
 */
const ALL_IMAGES = 100_000;

/** Renders the policy that lets others pull, or nothing when there are none. */
export function renderPullPolicy({ accountIds, organizationId }: Pullers): string | undefined {
  const accounts = {
    Sid: 'AccountsPull',
    Effect: 'Allow',
    Principal: { AWS: [...accountIds].sort().map((id) => `arn:aws:iam::${id}:root`) },
    Action: PULL_ACTIONS,
  };
  const organization = {
    Sid: 'OrganizationPulls',
    Effect: 'Allow',
    Principal: '*',
    Action: PULL_ACTIONS,
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
  };
  const statements = [
    ...(accountIds.length === 0 ? [] : [accounts]),
    ...(organizationId === undefined ? [] : [organization]),
  ];
  return statements.length === 0
    ? undefined
    : JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** One rule of a lifecycle policy, without its priority. */
interface ExpiryRule {
  readonly description: string;
  readonly selection: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * Renders what expires: images without a tag, and beyond `keepBuilds` the oldest that were never released.
 *
 * An image that a rule selects is out of reach of all rules after it, whether or not that rule expires it: this is how
 * the second rule keeps releases from the third. Images a manifest list refers to stay with it.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function renderLifecyclePolicy(untaggedDays: number, keepBuilds?: number): string {
  const tagged = (pattern: string, countNumber: number): ExpiryRule['selection'] => ({
    tagStatus: 'tagged',
    tagPatternList: [pattern],
    countType: 'imageCountMoreThan',
    countNumber,
  });
  const rules: readonly ExpiryRule[] = [
    {
      description: `Images without a tag expire after ${untaggedDays} days`,
      selection: {
        tagStatus: 'untagged',
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: untaggedDays,
      },
    },
    ...(keepBuilds === undefined
      ? []
      : [
          { description: 'Releases stay', selection: tagged(`${RELEASE_PREFIX}*`, ALL_IMAGES) },
          {
            description: `The last ${keepBuilds} builds that were not released stay`,
            selection: tagged('*', keepBuilds),
          },
        ]),
  ];
  return JSON.stringify({
    rules: rules.map((rule, index) => ({
      rulePriority: index + 1,
      ...rule,
      action: { type: 'expire' },
    })),
  });
}
