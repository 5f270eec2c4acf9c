import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy';
import { IamGroupPolicyAttachment } from '@cdktf/provider-aws/lib/iam-group-policy-attachment';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

/** A policy that allows actions on resources. */
export function allow(
  actions: string | readonly string[],
  resources: string | readonly string[],
): string {
  return JSON.stringify({
    Statement: { Sid: 'Do', Effect: 'Allow', Action: actions, Resource: resources },
  });
}
const NARROW = allow('s3:GetObject', 'arn:aws:s3:::a/*');
const WIDE = allow('s3:*', 'arn:aws:s3:::a/*');
const TRUST = JSON.stringify({
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});

function policyCase(type: string, build: (stack: TerraformStack, policy: string) => unknown): Case {
  return {
    type,
    fine: (stack) => build(stack, NARROW),
    breach: (stack) => build(stack, WIDE),
    says: "statement 'Do' has action 's3:*'; list what is needed",
  };
}

function attachmentCase(
  type: string,
  build: (stack: TerraformStack, policyArn: string) => unknown,
): Case {
  return {
    type,
    fine: (stack) => build(stack, 'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy'),
    breach: (stack) => build(stack, 'arn:aws:iam::aws:policy/AdministratorAccess'),
    says: "policy 'AdministratorAccess' allows everything; attach a policy of what is needed",
  };
}

/** What the rule says of each type it knows. */
export const PERMISSIONS_CASES: readonly Case[] = [
  policyCase('aws_iam_policy', (stack, policy) => new IamPolicy(stack, 'R', { policy })),
  policyCase(
    'aws_iam_role_policy',
    (stack, policy) => new IamRolePolicy(stack, 'R', { role: 'r', policy }),
  ),
  policyCase(
    'aws_iam_user_policy',
    (stack, policy) => new IamUserPolicy(stack, 'R', { user: 'u', policy }),
  ),
  policyCase(
    'aws_iam_group_policy',
    (stack, policy) => new IamGroupPolicy(stack, 'R', { group: 'g', policy }),
  ),
  policyCase(
    'aws_iam_role',
    (stack, policy) =>
      new IamRole(stack, 'R', { assumeRolePolicy: TRUST, inlinePolicy: [{ name: 'a', policy }] }),
  ),
  attachmentCase(
    'aws_iam_role',
    (stack, arn) => new IamRole(stack, 'R', { assumeRolePolicy: TRUST, managedPolicyArns: [arn] }),
  ),
  {
    type: 'aws_iam_role',
    fine: (stack) => new IamRole(stack, 'R', { assumeRolePolicy: TRUST }),
    breach: (stack) =>
      new IamRole(stack, 'R', {
        assumeRolePolicy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' } }],
        }),
      }),
    says: "statement '1' of assumeRolePolicy lets everyone assume the role; name the principals",
  },
  attachmentCase(
    'aws_iam_role_policy_attachment',
    (stack, policyArn) => new IamRolePolicyAttachment(stack, 'R', { role: 'r', policyArn }),
  ),
  attachmentCase(
    'aws_iam_user_policy_attachment',
    (stack, policyArn) => new IamUserPolicyAttachment(stack, 'R', { user: 'u', policyArn }),
  ),
  attachmentCase(
    'aws_iam_group_policy_attachment',
    (stack, policyArn) => new IamGroupPolicyAttachment(stack, 'R', { group: 'g', policyArn }),
  ),
  {
    type: 'data.aws_iam_policy_document',
    fine: (stack) =>
      new DataAwsIamPolicyDocument(stack, 'R', {
        statement: [
          { sid: 'Some', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/*'] },
          { sid: 'Not', effect: 'Deny', actions: ['*'], resources: ['*'] },
        ],
      }),
    breach: (stack) =>
      new DataAwsIamPolicyDocument(stack, 'R', {
        statement: [{ sid: 'Do', actions: ['s3:*'], resources: ['arn:aws:s3:::a/*'] }],
      }),
    says: "statement 'Do' has action 's3:*'; list what is needed",
  },
];
