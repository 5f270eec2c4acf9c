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
import { stateBucket, type EnvironmentPlan, type IdentityPlan, type SchemaPlan } from '../lib/plan';
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
        statements: schemaStatements(plan, services),
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

/** What the boundary allows besides: secrets that RDS names itself, schemas, and Kafka clusters that exist already. */
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
  const own = [secrets, ...schemaUse(plan)];
  if (kafka.length === 0) return own;
  const resources = kafka.flatMap((arn) => [
    arn,
    ...(['topic', 'group', 'transactional-id'] as const).map((type) => kafkaArn(arn, type, '*')),
  ]);
  return [...own, { sid: 'ExistingKafka', actions: KAFKA_DATA_ACTIONS, resources }];
}

/** What services ask the registries; a version of a schema is asked for by its id alone. */
function schemaUse({ account, identity, regions }: EnvironmentPlan): readonly PolicyStatement[] {
  if (schemasOf(regions, () => true).length === 0) return [];
  const { prefix } = identity;
  const resources = [`registry/${prefix}`, `schema/${prefix}/*`].map(
    (resource) => `arn:aws:glue:*:${account}:${resource}`,
  );
  return [
    { sid: 'Schemas', actions: ['glue:GetSchemaByDefinition'], resources },
    { sid: 'SchemaVersions', actions: ['glue:GetSchemaVersion'], resources: ['*'] },
  ];
}

function schemasOf(
  regions: EnvironmentPlan['regions'],
  isOwner: (service: string) => boolean,
): readonly SchemaPlan[] {
  return regions.flatMap(({ services }) =>
    services
      .filter(({ name }) => isOwner(name))
      .flatMap(({ topics }) => topics.flatMap(({ schema }) => schema ?? [])),
  );
}

/** What registers the schemas of a team's topics, in every region they are written in. */
function schemaStatements(
  { regions }: EnvironmentPlan,
  services: readonly string[],
): readonly PolicyStatement[] {
  const own = schemasOf(regions, (service) => services.includes(service));
  if (own.length === 0) return [];
  const registries = new Set(own.map(({ registryArn }) => registryArn));
  const schemas = own.map(
    ({ registryArn, name }) => `${registryArn.replace(':registry/', ':schema/')}/${name}`,
  );
  return [
    { sid: 'Schemas', actions: SCHEMA_ACTIONS, resources: [...registries, ...schemas] },
    // A version is asked for by its id alone.
    { sid: 'SchemaVersions', actions: ['glue:GetSchemaVersion'], resources: ['*'] },
  ];
}

/** What Terraform does with a schema. @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html */
const SCHEMA_ACTIONS = [
  ...['CreateSchema', 'DeleteSchema', 'GetSchema', 'GetSchemaByDefinition', 'GetTags'],
  ...['ListSchemaVersions', 'RegisterSchemaVersion', 'TagResource', 'UntagResource'],
  'UpdateSchema',
].map((action) => `glue:${action}`);

/** What clients of Kafka do. @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html */
const KAFKA_DATA_ACTIONS = [
  ...['AlterGroup', 'Connect', 'DescribeGroup', 'DescribeTopic', 'ReadData', 'WriteData'],
  'WriteDataIdempotently',
].map((action) => `kafka-cluster:${action}`);
