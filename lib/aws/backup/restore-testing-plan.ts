import { BackupRestoreTestingPlan } from '@cdktf/provider-aws/lib/backup-restore-testing-plan';
import type { BackupRestoreTestingSelectionConfig } from '@cdktf/provider-aws/lib/backup-restore-testing-selection';
import { BackupRestoreTestingSelection } from '@cdktf/provider-aws/lib/backup-restore-testing-selection';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole, knownLength } from '../checks';
import { ServiceRole } from '../iam/service-role';
import type { BackupTag } from './backup-plan';
import { BACKUP_NAMES, assertBackupName, assertCron } from './checks';

/** A kind of resource that is restored for a test. */
export type RestorableType = 'Aurora' | 'DynamoDB' | 'EBS' | 'RDS' | 'S3';

/** What is restored for a test. */
export interface RestoreTest {
  /** Kind of the resources, tested once in a plan. */
  readonly resourceType: RestorableType;
  /**
   * The tag of the resources.
   * @default - all of the kind
   */
  readonly tag?: BackupTag;
  /**
   * What the restored resource is given instead of what AWS Backup works out, for example
   * `{ dbSubnetGroupName: 'orders' }` where the region has no default VPC.
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
   * @default - what AWS Backup works out
   */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a `RestoreTestingPlan` is made of. */
export interface RestoreTestingPlanProps {
  /** Name of the plan: letters, digits and underscores; unique in the account where its role's name begins with it. */
  readonly name: string;
  /** ARNs of the vaults whose recovery points are restored. */
  readonly vaultArns: readonly string[];
  /** What is restored. */
  readonly tests: readonly RestoreTest[];
  /**
   * When, as a cron expression of six fields in UTC.
   * @default 'cron(0 5 ? * SUN *)'
   */
  readonly schedule?: string;
  /**
   * Days back from which the newest recovery point is taken, 1 to 365.
   * @default 7
   */
  readonly selectionWindowDays?: number;
  /**
   * Hours the restored resource is left for checks of its content before it is deleted, 1 to 168.
   * @default 1
   */
  readonly validationWindowHours?: number;
  /**
   * Name of the role that restores, unique in the account.
   * @default - the plan's name and `-restore-tests`
   */
  readonly roleName?: string;
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html */
const POLICIES = [
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Restore',
];
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingRecoveryPointSelection.html */
const MAX_WINDOW_DAYS = 365;
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingSelectionForCreate.html */
const MAX_VALIDATION_HOURS = 168;

/**
 * Restores the newest recovery points every week and deletes what it restored: a backup that was never restored is
 * none.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 * @example
 * new RestoreTestingPlan(this, 'RestoreTests', {
 *   name: 'shop_weekly',
 *   vaultArns: ['arn:aws:backup:eu-west-1:111122223333:backup-vault:shop'],
 *   tests: [{ resourceType: 'DynamoDB' }],
 * });
 */
export class RestoreTestingPlan extends Construct {
  /** The plan. */
  public readonly plan: BackupRestoreTestingPlan;
  /** ARN of the role that restores. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: RestoreTestingPlanProps) {
    super(scope, id);
    const { name, vaultArns, tests, schedule = 'cron(0 5 ? * SUN *)' } = props;
    const { selectionWindowDays = 7, validationWindowHours = 1 } = props;
    const { roleName = `${name}-restore-tests` } = props;
    assertRestoreTests(this, props);
    assertCron(this, 'schedule', schedule);
    assertWhole(this, 'selectionWindowDays', selectionWindowDays, 1, MAX_WINDOW_DAYS);
    assertWhole(this, 'validationWindowHours', validationWindowHours, 1, MAX_VALIDATION_HOURS);

    const role = new ServiceRole(this, 'Role', {
      name: roleName,
      service: 'backup.amazonaws.com',
      managedPolicies: POLICIES,
    });
    this.roleArn = role.arn;
    this.plan = new BackupRestoreTestingPlan(this, 'Resource', {
      name,
      scheduleExpression: schedule,
      recoveryPointSelection: [
        {
          algorithm: 'LATEST_WITHIN_WINDOW',
          includeVaults: [...vaultArns],
          recoveryPointTypes: ['CONTINUOUS', 'SNAPSHOT'],
          selectionWindowDays,
        },
      ],
      tags: { Name: name },
    });
    for (const test of tests) {
      new BackupRestoreTestingSelection(this, `Test-${test.resourceType}`, {
        ...renderTest(test),
        name: test.resourceType,
        restoreTestingPlanName: this.plan.name,
        iamRoleArn: role.arn,
        validationWindowHours,
        dependsOn: [...role.attachments],
      });
    }
  }
}

function assertRestoreTests(scope: Scoped, props: RestoreTestingPlanProps): void {
  const { name, vaultArns, tests } = props;
  assertBackupName(scope, 'name', name, BACKUP_NAMES.restoreTestingPlan);
  if (knownLength(vaultArns) === 0) {
    throw new PlatformError(
      scope,
      'vaultArns is empty, 1 or more is needed',
      'pass the vaults to restore from',
    );
  }
  if (tests.length === 0)
    throw new PlatformError(scope, 'tests is empty, 1 or more is needed', 'say what to restore');
  const types = tests.map(({ resourceType }) => resourceType);
  const repeated = types.find((type, index) => types.indexOf(type) !== index);
  if (repeated === undefined) return;
  throw new PlatformError(
    scope,
    `tests has resourceType '${repeated}' twice`,
    'test each kind once, or make another plan',
  );
}

type Tested = Pick<
  BackupRestoreTestingSelectionConfig,
  | 'protectedResourceType'
  | 'protectedResourceArns'
  | 'protectedResourceConditions'
  | 'restoreMetadataOverrides'
>;

/** AWS Backup takes either ARNs or conditions. */
function renderTest({ resourceType, tag, metadata }: RestoreTest): Tested {
  const found =
    tag === undefined
      ? { protectedResourceArns: ['*'] }
      : {
          protectedResourceConditions: [
            { stringEquals: [{ key: `aws:ResourceTag/${tag.key}`, value: tag.value }] },
          ],
        };
  return {
    protectedResourceType: resourceType,
    ...found,
    restoreMetadataOverrides: metadata === undefined ? undefined : { ...metadata },
  };
}
