import type { Construct } from 'constructs';
import { HashedConfigMap, PostgresBootstrap } from '../lib/k8s';
import {
  dataCidrs,
  RDS_AUTHORITIES,
  rdsAuthorities,
  type BootstrapPlan,
  type RegionPlan,
} from '../lib/plan';
import { labelsOf } from './labels';

/** Namespace and team of the service whose databases are prepared. */
export interface BootstrapOwner {
  /** Name of the service. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** The team that owns it. */
  readonly team: string;
}

/** Adds what prepares the databases of a service for its login, before the service itself. */
export function addBootstrap(
  scope: Construct,
  plan: RegionPlan,
  { serviceAccount, databases }: BootstrapPlan,
  { name, namespace, team }: BootstrapOwner,
): void {
  const identity = {
    name: serviceAccount,
    namespace,
    labels: labelsOf(plan, serviceAccount, team),
  };
  new PostgresBootstrap(scope, 'Bootstrap', {
    ...identity,
    region: plan.region,
    databases: databases.map((database) => ({
      database: database.database,
      owner: database.owner,
      user: database.user,
      hostParameter: database.hostParameter,
      secretArnParameter: database.secretParameter,
    })),
    databaseCidrs: dataCidrs(plan.network),
    endpointCidrs: endpointCidrs(plan),
    caConfigMap: authoritiesOf(scope, plan, { ...identity, name: `${name}-rds-ca` }),
    caKey: RDS_AUTHORITIES.key,
  });
}

/** Where they are not packaged, people have put them into the namespace. */
function authoritiesOf(
  scope: Construct,
  { region }: RegionPlan,
  identity: Pick<ConstructorParameters<typeof HashedConfigMap>[2], 'name' | 'namespace' | 'labels'>,
): string {
  const certificates = rdsAuthorities(region);
  if (certificates === undefined) return RDS_AUTHORITIES.configMap;
  const data = { [RDS_AUTHORITIES.key]: certificates };
  return new HashedConfigMap(scope, 'Authorities', { ...identity, data }).configMapName;
}

/** Networks that are built have endpoints for SSM and Secrets Manager; of others nothing is known. */
function endpointCidrs({ network }: RegionPlan): readonly string[] {
  return network.kind === 'built' ? network.zones.map((zone) => zone.private) : ['0.0.0.0/0'];
}
