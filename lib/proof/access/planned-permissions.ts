import type { GrantResource, RegionPlan, RolePlan, ServicePlan } from '../../plan';

const KAFKA = 'data.aws_ssm_parameter.kafka-cluster-arn.insecure_value';

/** What the roles of a service may do by its plan, as lines of one action and one resource each, in order. */
export function plannedPermissions(at: RegionPlan, service: ServicePlan): readonly string[] {
  const roles = [service.role, ...(service.secretsRole ? [service.secretsRole] : [])];
  const triples = [
    ...roles.flatMap((role) => triplesOf(at, service, role)),
    ...bootstrapTriples(at, service),
  ];
  return [...new Set(triples)].sort();
}

/** Names of the roles of a service by its plan. */
export function plannedRoles({ role, secretsRole, bootstrap }: ServicePlan): readonly string[] {
  return [role, secretsRole, bootstrap?.role].flatMap((each) => each?.name ?? []).sort();
}

function triplesOf(
  at: RegionPlan,
  service: ServicePlan,
  { name, grants }: RolePlan,
): readonly string[] {
  return grants.flatMap(({ actions, resources }) =>
    actions.flatMap((action) =>
      resources.map((resource) => `${name}: ${action} on ${writtenAs(at, service, resource)}`),
    ),
  );
}

/** How Terraform is told what a permission is for. */
function writtenAs(at: RegionPlan, service: ServicePlan, resource: GrantResource): string {
  switch (resource.kind) {
    case 'arn':
      return resource.arn;
    case 'store-key':
      return keyOf(service, resource);
    case 'secret':
      return `\${aws_secretsmanager_secret.secret_${snake(resource.secret)}_secret.arn}`;
    case 'secret-key':
      return `\${aws_kms_key.secret_${snake(resource.secret)}_key.arn}`;
    case 'database-user': {
      const id = databaseAttribute(service, resource.store, {
        ...{ aws_db_instance: 'resource_id', aws_rds_cluster: 'cluster_resource_id' },
      });
      return `arn:aws:rds-db:${at.region}:${at.account}:dbuser:\${${id}}/${resource.user}`;
    }
    case 'kafka':
      return kafkaArnOf(at, resource);
  }
}

/** What is built is named by what its stack publishes, what exists already by its ARN. */
function kafkaArnOf(
  { kafka }: RegionPlan,
  { type, name }: Extract<GrantResource, { readonly kind: 'kafka' }>,
): string {
  const built = kafka?.kind !== 'existing';
  if (type === 'cluster') return built ? `\${${KAFKA}}` : kafka.clusterArn;
  return built
    ? `\${replace(${KAFKA}, ":cluster/", ":${type}/")}/${name}`
    : `${kafka.clusterArn.replace(':cluster/', `:${type}/`)}/${name}`;
}

/** The key of a store that spans regions is made by another stack, and found by its alias. */
function keyOf(
  { stores }: ServicePlan,
  { store: name, of }: Extract<GrantResource, { readonly kind: 'store-key' }>,
): string {
  const spans = stores.some(
    (store) =>
      store.name === name &&
      store.kind === of &&
      'globalRegions' in store &&
      store.globalRegions.length > 0,
  );
  const prefix = of === 'ObjectBucket' ? 'bucket' : 'dynamo';
  return spans
    ? `\${data.aws_kms_alias.${prefix}-${name}-key.target_key_arn}`
    : `\${aws_kms_key.${prefix}_${snake(name)}_key.arn}`;
}

/** The job that prepares databases reads where they are, and the secrets of their master users. */
function bootstrapTriples(
  { region, account }: RegionPlan,
  service: ServicePlan,
): readonly string[] {
  const { bootstrap, stores } = service;
  if (bootstrap === undefined) return [];
  return bootstrap.databases.flatMap(({ store: name, hostParameter, secretParameter }) => {
    const writer = stores.some(
      (store) =>
        store.kind === 'PostgresDatabase' && store.name === name && store.role === 'writer',
    );
    const secret = writer
      ? `aws_secretsmanager_secret.postgres_${snake(name)}_secret.arn`
      : databaseAttribute(service, name, {
          aws_db_instance: 'master_user_secret[0].secret_arn',
          aws_rds_cluster: 'master_user_secret[0].secret_arn',
        });
    return [
      ...[hostParameter, secretParameter].map(
        (parameter) => `ssm:GetParameter on arn:aws:ssm:${region}:${account}:parameter${parameter}`,
      ),
      `secretsmanager:GetSecretValue on \${${secret}}`,
      `kms:Decrypt on \${aws_kms_key.postgres_${snake(name)}_key.arn}`,
    ].map((line) => `${bootstrap.role.name}: ${line}`);
  });
}

function databaseAttribute(
  { stores }: ServicePlan,
  name: string,
  attributes: Readonly<Record<'aws_db_instance' | 'aws_rds_cluster', string>>,
): string {
  const database = stores.find((store) => store.kind === 'PostgresDatabase' && store.name === name);
  const isInstance = database?.kind === 'PostgresDatabase' && database.size.engine === 'rds';
  const type = isInstance ? 'aws_db_instance' : 'aws_rds_cluster';
  return `${type}.postgres_${snake(name)}.${attributes[type]}`;
}

function snake(name: string): string {
  return name.replaceAll('-', '_');
}
