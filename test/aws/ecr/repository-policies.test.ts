import { renderLifecyclePolicy, renderPullPolicy } from '../../../lib/aws/ecr/repository-policies';

const ACTIONS = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
];
const UNTAGGED = {
  rulePriority: 1,
  description: 'Images without a tag expire after 14 days',
  selection: {
    tagStatus: 'untagged',
    countType: 'sinceImagePushed',
    countUnit: 'days',
    countNumber: 14,
  },
  action: { type: 'expire' },
};

test('nobody else pulls unless somebody is named', () => {
  expect(renderPullPolicy({ accountIds: [] })).toBeUndefined();
});

test('the accounts and the organization that are named pull', () => {
  const policy = renderPullPolicy({
    accountIds: ['444455556666', '111122223333'],
    organizationId: 'o-exampleorgid',
  });

  expect(JSON.parse(policy ?? '')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountsPull',
        Effect: 'Allow',
        Principal: {
          AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'],
        },
        Action: ACTIONS,
      },
      {
        Sid: 'OrganizationPulls',
        Effect: 'Allow',
        Principal: '*',
        Action: ACTIONS,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      },
    ],
  });
});

test('only what has no tag expires', () => {
  expect(JSON.parse(renderLifecyclePolicy(14))).toEqual({ rules: [UNTAGGED] });
});

test('of builds the last ones stay, and releases are kept from that rule by one before it', () => {
  expect(JSON.parse(renderLifecyclePolicy(14, 50))).toEqual({
    rules: [
      UNTAGGED,
      {
        rulePriority: 2,
        description: 'Releases stay',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['release-*'],
          countType: 'imageCountMoreThan',
          countNumber: 100_000,
        },
        action: { type: 'expire' },
      },
      {
        rulePriority: 3,
        description: 'The last 50 builds that were not released stay',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'imageCountMoreThan',
          countNumber: 50,
        },
        action: { type: 'expire' },
      },
    ],
  });
});
