import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  DeployRole,
  kafkaArn,
  PermissionsBoundary,
  PlanRole,
  TeamDeployRole,
  type EnvironmentScope,
  type PolicyStatement,
} from '../lib/aws';
import { stateBucket, type EnvironmentPlan, type IdentityPlan } from '../lib/plan';
import { platformRoleNames } from './platform-roles';
import { setUpStack, type StackSettings } from './stack-setup';

/** What the stack is made of. */
export interface IdentityStackProps {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/**
 * Who may change an environment, and how far what they make may reach. Administrators deploy it, pipelines cannot change
 * it: whoever could would give himself the rest.
 */
export class IdentityStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id);
    const { plan, settings } = props;
    setUpStack(this, settings);
    const environment: EnvironmentScope = {
      system: plan.system,
      environment: plan.environment,
      account: plan.account,
      regions: plan.regions.map(({ region }) => region),
    };
    const { policyArn } = new PermissionsBoundary(this, 'Boundary', {
      ...environment,
      statements: furtherStatements(plan),
    });
    if (plan.identity.pipelines)
      this.addPipelines(plan, plan.identity.pipelines, environment, {
        permissionsBoundaryArn: policyArn,
        bucket: stateBucket(settings),
      });
  }

  private addPipelines(
    plan: EnvironmentPlan,
    { repository, teams }: NonNullable<IdentityPlan['pipelines']>,
    environment: EnvironmentScope,
    { permissionsBoundaryArn, bucket }: PipelineBounds,
  ): void {
    new PlanRole(this, 'Plan', { ...environment, repository, stateBucket: bucket });
    new DeployRole(this, 'Deploy', {
      ...{ ...environment, repository, permissionsBoundaryArn },
      platformRoleNames: platformRoleNames(plan),
    });
    for (const { team, services } of teams)
      new TeamDeployRole(this, team, {
        ...environment,
        ...{ repository, team, services, permissionsBoundaryArn },
        stateBucket: bucket,
      });
  }
}

/** What holds the pipelines. */
interface PipelineBounds {
  /** ARN of the policy that bounds what they make. */
  readonly permissionsBoundaryArn: string;
  /** Name of the bucket with the state. */
  readonly bucket: string;
}

/** What the boundary allows besides: secrets that RDS names itself, and Kafka clusters that exist already. */
function furtherStatements(plan: EnvironmentPlan): readonly PolicyStatement[] {
  const { account, identity, regions } = plan;
  const kafka = regions.flatMap((region) =>
    region.kafka?.kind === 'existing' ? region.kafka.clusterArn : [],
  );
  const secrets: PolicyStatement = {
    sid: 'InstanceSecrets',
    actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    resources: regions.map(
      ({ region }) => `arn:aws:secretsmanager:${region}:${account}:secret:rds!db-*`,
    ),
    conditions: {
      StringLike: {
        'aws:ResourceTag/aws:rds:primaryDBInstanceArn': [
          `arn:aws:rds:*:${account}:db:${identity.prefix}-*`,
        ],
      },
    },
  };
  if (kafka.length === 0) return [secrets];
  const resources = kafka.flatMap((arn) => [
    arn,
    ...(['topic', 'group', 'transactional-id'] as const).map((type) => kafkaArn(arn, type, '*')),
  ]);
  return [secrets, { sid: 'ExistingKafka', actions: KAFKA_DATA_ACTIONS, resources }];
}

/** What clients of Kafka do. @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html */
const KAFKA_DATA_ACTIONS = [
  ...['AlterGroup', 'Connect', 'DescribeGroup', 'DescribeTopic', 'ReadData', 'WriteData'],
  'WriteDataIdempotently',
].map((action) => `kafka-cluster:${action}`);
