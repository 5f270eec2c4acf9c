import type { Construct } from 'constructs';
import { DelegatedRole, WorkloadRole, type PolicyStatement } from '../lib/aws';
import { storeKey, type BootstrapPlan, type RegionPlan, type ServicePlan } from '../lib/plan';
import { toStatements, type GrantValues, type SecretIdentity } from './grant-statements';
import { once } from './once';
import type { StoreOutputs } from './service-stores';
import { readKafkaArn, secretsRoleArn } from './shared-values';

/** What of a service only AWS knows. */
export interface ServiceOutputs {
  /** Its stores, by kind and name. */
  readonly stores: ReadonlyMap<string, StoreOutputs>;
  /** Its secrets, by name. */
  readonly secrets: ReadonlyMap<string, SecretIdentity>;
}

/** Makes the roles of a service: that of its pods, that which reads what they are given, that which prepares databases. */
export function addServiceRoles(
  scope: Construct,
  plan: RegionPlan,
  service: ServicePlan,
  outputs: ServiceOutputs,
): void {
  const { namespace, role, secretsRole, bootstrap } = service;
  const values = valuesOf(scope, plan, outputs);
  const bound = { permissionsBoundaryArn: plan.boundaryArn };
  new WorkloadRole(scope, 'Role', {
    name: role.name,
    clusterName: plan.cluster.name,
    namespace,
    serviceAccount: service.name,
    statements: toStatements(plan, role.grants, values),
    ...bound,
  });
  if (secretsRole)
    new DelegatedRole(scope, 'SecretsRole', {
      name: secretsRole.name,
      assumableBy: [secretsRoleArn(plan)],
      statements: toStatements(plan, secretsRole.grants, values),
      ...bound,
    });
  if (bootstrap)
    new WorkloadRole(scope, 'BootstrapRole', {
      name: bootstrap.role.name,
      clusterName: plan.cluster.name,
      namespace,
      serviceAccount: bootstrap.serviceAccount,
      statements: bootstrapStatements(plan, bootstrap, outputs),
      ...bound,
    });
}

function valuesOf(scope: Construct, plan: RegionPlan, outputs: ServiceOutputs): GrantValues {
  return {
    kafkaArn: once(() => readKafkaArn(scope, plan)),
    store: (kind, name) => outputs.stores.get(storeKey({ kind, name })) ?? {},
    secret: (name) => outputs.secrets.get(name) ?? { arn: '', keyArn: '' },
  };
}

/** It learns where the databases are, and reads the secrets of their master users. */
function bootstrapStatements(
  { region, account }: RegionPlan,
  { databases }: BootstrapPlan,
  { stores }: ServiceOutputs,
): readonly PolicyStatement[] {
  const outputs = databases.flatMap(
    ({ store }) => stores.get(storeKey({ kind: 'PostgresDatabase', name: store })) ?? [],
  );
  const parameters = databases.flatMap((database) => [
    database.hostParameter,
    database.secretParameter,
  ]);
  return [
    {
      sid: 'Parameters',
      actions: ['ssm:GetParameter'],
      resources: parameters.map((name) => `arn:aws:ssm:${region}:${account}:parameter${name}`),
    },
    {
      sid: 'MasterSecrets',
      actions: ['secretsmanager:GetSecretValue'],
      resources: outputs.flatMap(({ masterSecretArn }) => masterSecretArn ?? []),
    },
    {
      sid: 'MasterSecretKeys',
      actions: ['kms:Decrypt'],
      resources: outputs.flatMap(({ keyArn }) => keyArn ?? []),
    },
  ];
}
