import type { EnvironmentScope } from './environment-scope';
import { namePrefix } from './environment-scope';
import {
  boundedRoleStatements,
  selfProtectionStatements,
  unboundedRoleStatements,
} from './iam-statements';
import type { PolicyStatement } from './policy-document';

/** How far the deployment of an environment's platform reaches into IAM. */
export interface DeployReach {
  /** ARN of the policy that bounds the roles it makes. */
  readonly permissionsBoundaryArn: string;
  /** Names of roles it may make without the boundary, possibly with wildcards. */
  readonly platformRoleNames: readonly string[];
  /** Services its roles may be given to. */
  readonly passedToServices: readonly string[];
}

const POLICY_ACTIONS = [
  'iam:CreatePolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:ListEntitiesForPolicy',
  'iam:ListPolicyTags',
  'iam:ListPolicyVersions',
  'iam:TagPolicy',
  'iam:UntagPolicy',
];
const PROFILE_ACTIONS = [
  'iam:AddRoleToInstanceProfile',
  'iam:CreateInstanceProfile',
  'iam:DeleteInstanceProfile',
  'iam:GetInstanceProfile',
  'iam:ListInstanceProfileTags',
  'iam:RemoveRoleFromInstanceProfile',
  'iam:TagInstanceProfile',
  'iam:UntagInstanceProfile',
];

/** What deploying an environment's stacks takes beside `PowerUserAccess`, which has nothing of IAM. */
export function deployStatements(
  environment: EnvironmentScope,
  reach: DeployReach,
): readonly PolicyStatement[] {
  const { permissionsBoundaryArn, platformRoleNames, passedToServices } = reach;
  const { account } = environment;
  const prefix = namePrefix(environment);
  const arn = (resource: string): string => `arn:aws:iam::${account}:${resource}`;
  return [
    ...boundedRoleStatements({
      boundedRoleArns: [arn(`role/${prefix}-*`)],
      permissionsBoundaryArn,
      passedToServices,
    }),
    ...unboundedRoleStatements(platformRoleNames.map((name) => arn(`role/${name}`))),
    { sid: 'Policies', actions: POLICY_ACTIONS, resources: [arn(`policy/${prefix}-*`)] },
    {
      sid: 'InstanceProfiles',
      actions: PROFILE_ACTIONS,
      resources: [arn(`instance-profile/${prefix}-*`)],
    },
    ...selfProtectionStatements(account, prefix, permissionsBoundaryArn),
  ];
}
