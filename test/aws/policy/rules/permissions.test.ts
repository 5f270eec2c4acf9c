import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { PERMISSIONS } from '../../../../lib/aws/policy/rules/permissions';
import { saidBy } from '../judged';
import { allow } from './cases/permissions';

describe('what is too wide', () => {
  const said = (policy: string) =>
    saidBy(PERMISSIONS, (stack) => new IamPolicy(stack, 'R', { policy }));

  test.each([
    ['all actions', allow('*', 'arn:a'), ["statement 'Do' has action '*'; list what is needed"]],
    [
      'all resources',
      allow(['s3:GetObject', 'sts:GetCallerIdentity'], '*'),
      [
        "statement 'Do' has resource '*', and not all its actions need that; list the ARNs that are needed",
      ],
    ],
    [
      'all but some',
      JSON.stringify({
        Statement: [{ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:a' }],
      }),
      [
        "statement '1' allows all but its NotAction; list what is needed",
        "statement '1' allows all but its NotResource; list what is needed",
      ],
    ],
  ])('%s', (_what, policy, problems) => {
    expect(said(policy)).toEqual(problems);
  });

  test.each([
    ['some actions by a prefix', allow('s3:Get*', 'arn:aws:s3:::a/*')],
    [
      'actions that know no resources',
      allow(['ecr:GetAuthorizationToken', 'sts:GetCallerIdentity'], '*'),
    ],
    ['a denial', JSON.stringify({ Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] })],
    ['a text that is no policy', '[]'],
  ])('not %s', (_what, policy) => {
    expect(said(policy)).toEqual([]);
  });

  test('a resource in the text that only Terraform knows hides nothing else', () => {
    const problems = saidBy(PERMISSIONS, (stack) => {
      const { arn } = new S3Bucket(stack, 'B', {});
      new IamPolicy(stack, 'Fine', { policy: allow('s3:GetObject', `${arn}/*`) });
      new IamPolicy(stack, 'Wide', { policy: allow('s3:*', arn) });
    });

    expect(problems).toEqual(["statement 'Do' has action 's3:*'; list what is needed"]);
  });

  test.each([
    ['job-function/AdministratorAccess', true],
    ['AmazonS3FullAccess', true],
    ['PowerUserAccess', false],
    ['AmazonS3ReadOnlyAccess', false],
  ])('the managed policy %s: %s', (name, found) => {
    const problems = saidBy(
      PERMISSIONS,
      (stack) =>
        new IamRolePolicyAttachment(stack, 'R', {
          role: 'r',
          policyArn: `arn:aws:iam::aws:policy/${name}`,
        }),
    );

    expect(problems).toHaveLength(found ? 1 : 0);
  });

  test('no policy of the account, however it is named', () => {
    const policyArn = 'arn:aws:iam::111122223333:policy/AdministratorAccess';

    expect(
      saidBy(
        PERMISSIONS,
        (stack) => new IamRolePolicyAttachment(stack, 'R', { role: 'r', policyArn }),
      ),
    ).toEqual([]);
  });

  test.each([
    ['any of its users', {}, 1],
    ['an audience', { StringEquals: { 'token.example.com:aud': 'sts.amazonaws.com' } }, 1],
    ['a repository', { StringLike: { 'token.example.com:sub': 'repo:example/shop:*' } }, 0],
  ])('trust in what an identity provider says of %s', (_who, condition, found) => {
    const statement = {
      ...{ Effect: 'Allow', Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/a' } },
      ...{ Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition },
    };
    const assumeRolePolicy = JSON.stringify({ Statement: [statement] });

    expect(saidBy(PERMISSIONS, (stack) => new IamRole(stack, 'R', { assumeRolePolicy }))).toEqual(
      Array.from(
        { length: found },
        () =>
          "statement '1' of assumeRolePolicy lets every user of an identity provider assume the role; bound them by a condition on its sub",
      ),
    );
  });

  test('no resource of a document that is the policy of a resource', () => {
    const document = {
      principals: [{ type: 'AWS', identifiers: ['111122223333'] }],
      actions: ['kms:*'],
      resources: ['*'],
    };

    expect(
      saidBy(
        PERMISSIONS,
        (stack) => new DataAwsIamPolicyDocument(stack, 'R', { statement: [document] }),
      ),
    ).toEqual([]);
  });
});
