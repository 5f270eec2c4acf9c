import { githubProviderArn } from './github';
import type { PolicyStatement } from './policy-document';

/** Which roles and policies somebody may administer, and how. */
export interface IamReach {
  /** ARNs of roles that may only be made and changed while the boundary bounds them. */
  readonly boundedRoleArns: readonly string[];
  /** ARN of the boundary. */
  readonly permissionsBoundaryArn: string;
  /** Services that roles may be given to. */
  readonly passedToServices: readonly string[];
}

/**
 * Actions that know which boundary the role has, or is about to get.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const BOUNDED_ACTIONS = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
];

/** Actions that change a role, but nothing of what it may do. */
const ROLE_ACTIONS = [
  'iam:DeleteRole',
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListInstanceProfilesForRole',
  'iam:ListRolePolicies',
  'iam:ListRoleTags',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/** Everything that changes a role or a policy, the use of a role by a service included. */
const CHANGES = [
  'iam:Add*',
  'iam:Attach*',
  'iam:Create*',
  'iam:Delete*',
  'iam:Detach*',
  'iam:PassRole',
  'iam:Put*',
  'iam:Remove*',
  'iam:Set*',
  'iam:Tag*',
  'iam:Untag*',
  'iam:Update*',
];

/**
 * Administers roles that never get more than the boundary, whatever is written into them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export function boundedRoleStatements(reach: IamReach): readonly PolicyStatement[] {
  const { boundedRoleArns: resources, permissionsBoundaryArn, passedToServices } = reach;
  return [
    {
      sid: 'RolesWithinBoundary',
      actions: BOUNDED_ACTIONS,
      resources,
      conditions: { StringEquals: { 'iam:PermissionsBoundary': [permissionsBoundaryArn] } },
    },
    { sid: 'Roles', actions: ROLE_ACTIONS, resources },
    {
      sid: 'PassRoles',
      actions: ['iam:PassRole'],
      resources,
      conditions: { StringEquals: { 'iam:PassedToService': passedToServices } },
    },
  ];
}

/** Administers roles without a boundary: those of the platform itself, which need more than any workload. */
export function unboundedRoleStatements(roleArns: readonly string[]): readonly PolicyStatement[] {
  return roleArns.length === 0
    ? []
    : [{ sid: 'PlatformRoles', actions: BOUNDED_ACTIONS, resources: roleArns }];
}

/**
 * Denies every change of what a pipeline is held by: the boundary, its own role and policies, the provider, and the audit
 * trail, which is named after the environment.
 */
export function selfProtectionStatements(
  account: string,
  prefix: string,
  permissionsBoundaryArn: string,
): readonly PolicyStatement[] {
  return [
    {
      sid: 'HandsOffPipelines',
      effect: 'Deny',
      actions: CHANGES,
      resources: [
        permissionsBoundaryArn,
        `arn:aws:iam::${account}:role/${prefix}-ci-*`,
        `arn:aws:iam::${account}:policy/${prefix}-ci-*`,
        githubProviderArn(account),
      ],
    },
    {
      sid: 'BoundariesStay',
      effect: 'Deny',
      actions: ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
      resources: ['*'],
    },
    {
      sid: 'AuditGoesOn',
      effect: 'Deny',
      actions: ['cloudtrail:DeleteTrail', 'cloudtrail:StopLogging'],
      resources: [`arn:aws:cloudtrail:*:${account}:trail/${prefix}`],
    },
  ];
}
