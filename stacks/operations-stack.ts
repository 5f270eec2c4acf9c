import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  ALARM_PUBLISHERS,
  AlarmTopic,
  BackupFailures,
  BackupPlan,
  BackupVault,
  DAILY,
  RestoreTestingPlan,
  type AlarmSubscription,
  type RestorableType,
  type RestoreTest,
} from '../lib/aws';
import { snakeCase } from '../lib/core/names';
import {
  PLATFORM,
  type AlarmTopicPlan,
  type BackupPlan as PlannedBackup,
  type RegionPlan,
} from '../lib/plan';
import { once } from './once';
import { backupPlanName, restoreTestsRole } from './platform-roles';
import { alarmActions, BACKUP_TAG, readDataSubnetIds } from './shared-values';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface OperationsStackProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** What people need to run a region: where alarms are sent, and backups with their proof. */
export class OperationsStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id);
    const { plan, settings } = props;
    setUpStack(this, settings);
    for (const topic of plan.operations.alarmTopics) this.addTopic(plan, topic);
    if (plan.operations.backup) this.addBackups(plan, plan.operations.backup);
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  private addTopic(plan: RegionPlan, { team, name, onCall }: AlarmTopicPlan): void {
    new AlarmTopic(this, `alarms-${team}`, {
      name,
      protection: plan.protection,
      // Only failures of backups come by a rule of EventBridge, and only to those who look after backups.
      ...(team === PLATFORM &&
        plan.operations.backup && { publishers: [...ALARM_PUBLISHERS, 'events'] }),
      subscriptions: onCall === undefined ? [] : [toSubscription(onCall)],
    });
  }

  private addBackups(plan: RegionPlan, { vault, copyTo, retentionDays }: PlannedBackup): void {
    const [topicArn] = alarmActions(plan);
    const { vaultName, vaultArn, minRetentionDays, maxRetentionDays } = new BackupVault(
      this,
      'backups',
      {
        name: vault,
        protection: plan.protection,
        alarmActionArns: alarmActions(plan),
        ...(topicArn !== undefined && { notificationTopicArn: topicArn }),
      },
    );
    if (topicArn !== undefined)
      new BackupFailures(this, 'backup-failures', { name: vault, topicArn });
    const name = backupPlanName(plan);
    new BackupPlan(this, 'backup-plan', {
      name,
      vault: { vaultName, minRetentionDays, maxRetentionDays },
      tag: BACKUP_TAG,
      rules: [
        {
          ...DAILY,
          retentionDays,
          ...(copyTo && {
            copyTo: { vaultArn: copyTo.vaultArn, retentionDays },
          }),
        },
      ],
    });
    const tests = this.planTests(plan, name);
    if (tests.length === 0) return;
    new RestoreTestingPlan(this, 'restore-tests', {
      name: snakeCase(name),
      vaultArns: [vaultArn],
      tests,
      roleName: restoreTestsRole(plan),
    });
  }

  /** A restored database needs subnets, because the account may have no default network. */
  private planTests(plan: RegionPlan, name: string): readonly RestoreTest[] {
    const kinds = restorableKinds(plan);
    const subnets = once(
      () =>
        new DbSubnetGroup(this, 'restore-subnets', {
          name: `${name}-restore-tests`,
          description: 'Where databases are restored for a test',
          subnetIds: [...readDataSubnetIds(this, plan)],
          tags: { Name: `${name}-restore-tests` },
        }).name,
    );
    return kinds.map((resourceType) => ({
      resourceType,
      tag: BACKUP_TAG,
      ...((resourceType === 'Aurora' || resourceType === 'RDS') && {
        metadata: { dbSubnetGroupName: subnets() },
      }),
    }));
  }
}

/** Kinds of what is stored in a region, as AWS Backup calls them. */
function restorableKinds({ services }: RegionPlan): readonly RestorableType[] {
  const kinds = services.flatMap(({ stores }) =>
    stores.flatMap((store): RestorableType | readonly RestorableType[] => {
      switch (store.kind) {
        case 'PostgresDatabase':
          return store.size.engine === 'rds' ? 'RDS' : 'Aurora';
        case 'DynamoTable':
          return 'DynamoDB';
        case 'ObjectBucket':
          return 'S3';
        case 'RedisCache':
          return [];
      }
    }),
  );
  return [...new Set(kinds)].sort();
}

function toSubscription(onCall: string): AlarmSubscription {
  const mailbox = /^mailto:(.*)$/.exec(onCall)?.[1];
  return mailbox === undefined
    ? { protocol: 'https', endpoint: onCall }
    : { protocol: 'email', endpoint: mailbox };
}
