import {
  RestoreTestingPlan,
  type RestoreTestingPlanProps,
} from '../../../lib/aws/backup/restore-testing-plan';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const vaultArn = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:shop';
const PROPS: RestoreTestingPlanProps = {
  name: 'shop_weekly',
  vaultArns: [vaultArn],
  tests: [{ resourceType: 'DynamoDB' }],
};
const synth = (props: Partial<RestoreTestingPlanProps> = {}): SynthesizedStack =>
  synthOne((scope) => new RestoreTestingPlan(scope, 'Tests', { ...PROPS, ...props }));

test('restores the newest recovery point of the week on Sundays', () => {
  expect(only(synth(), 'aws_backup_restore_testing_plan')).toMatchObject({
    name: 'shop_weekly',
    schedule_expression: 'cron(0 5 ? * SUN *)',
    recovery_point_selection: [
      {
        algorithm: 'LATEST_WITHIN_WINDOW',
        include_vaults: [vaultArn],
        recovery_point_types: ['CONTINUOUS', 'SNAPSHOT'],
        selection_window_days: 7,
      },
    ],
    tags: { Name: 'shop_weekly' },
  });
});

test('restores when and what it is told', () => {
  const stack = synth({ schedule: 'cron(0 6 1 * ? *)', selectionWindowDays: 365 });

  expect(only(stack, 'aws_backup_restore_testing_plan')).toMatchObject({
    schedule_expression: 'cron(0 6 1 * ? *)',
    recovery_point_selection: [{ selection_window_days: 365 }],
  });
});

test('all resources of a kind are tested, with a role that can already', () => {
  const stack = synth();
  const selection = only(stack, 'aws_backup_restore_testing_selection');

  expect(selection).toMatchObject({
    name: 'DynamoDB',
    protected_resource_type: 'DynamoDB',
    protected_resource_arns: ['*'],
    validation_window_hours: 1,
    iam_role_arn: expect.stringMatching(/^\$\{aws_iam_role\./) as string,
    depends_on: expect.arrayContaining([
      expect.stringMatching(/^aws_iam_role_policy_attachment\./),
    ]) as string[],
  });
  expect(selection).not.toHaveProperty('protected_resource_conditions');
  expect(selection).not.toHaveProperty('restore_metadata_overrides');
  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'shop_weekly-restore-tests' });
  expect(all(stack, 'aws_iam_role_policy_attachment').map(({ policy_arn }) => policy_arn)).toEqual([
    'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore',
    'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores',
  ]);
});

test('those with a tag are tested, with other metadata, and left for a while', () => {
  const tests = [
    {
      resourceType: 'Aurora',
      tag: { key: 'Backup', value: 'daily' },
      metadata: { dbSubnetGroupName: 'orders' },
    } as const,
  ];
  const selection = only(
    synth({ tests, validationWindowHours: 168 }),
    'aws_backup_restore_testing_selection',
  );

  expect(selection).toMatchObject({
    protected_resource_type: 'Aurora',
    protected_resource_conditions: [
      { string_equals: [{ key: 'aws:ResourceTag/Backup', value: 'daily' }] },
    ],
    restore_metadata_overrides: { dbSubnetGroupName: 'orders' },
    validation_window_hours: 168,
  });
  expect(selection).not.toHaveProperty('protected_resource_arns');
});

test('each kind is tested on its own', () => {
  const tests = [{ resourceType: 'S3' } as const, { resourceType: 'EBS' } as const];

  expect(all(synth({ tests }), 'aws_backup_restore_testing_selection')).toMatchObject([
    { name: 'EBS' },
    { name: 'S3' },
  ]);
});

test.each<[Partial<RestoreTestingPlanProps>, string]>([
  [
    { name: 'shop-weekly' },
    "name 'shop-weekly' is not a restore testing plan (1 to 50 letters, digits and underscores); rename it within these bounds",
  ],
  [{ vaultArns: [] }, 'vaultArns is empty, 1 or more is needed; pass the vaults to restore from'],
  [{ tests: [] }, 'tests is empty, 1 or more is needed; say what to restore'],
  [
    { tests: [{ resourceType: 'S3' }, { resourceType: 'S3' }] },
    "tests has resourceType 'S3' twice; test each kind once, or make another plan",
  ],
  [
    { schedule: 'weekly' },
    "schedule is 'weekly', not a cron expression of six fields; write it like 'cron(0 3 ? * * *)'",
  ],
  [
    { selectionWindowDays: 366 },
    'selectionWindowDays is 366, a whole number of 1 to 365 is needed; pass a number in that range',
  ],
  [
    { selectionWindowDays: 0 },
    'selectionWindowDays is 0, a whole number of 1 to 365 is needed; pass a number in that range',
  ],
  [
    { validationWindowHours: 169 },
    'validationWindowHours is 169, a whole number of 1 to 168 is needed; pass a number in that range',
  ],
  [
    { validationWindowHours: 0 },
    'validationWindowHours is 0, a whole number of 1 to 168 is needed; pass a number in that range',
  ],
])('fails if %j', (props, message) => {
  expect(
    thrownBy((scope) => new RestoreTestingPlan(scope, 'Tests', { ...PROPS, ...props })),
  ).toThrow(`[test/Tests] ${message}`);
});

test('the longest name leaves room for that of its role', () => {
  const { name } = only(synth({ name: 'a'.repeat(50) }), 'aws_iam_role');

  expect(name).toHaveLength(64);
});
