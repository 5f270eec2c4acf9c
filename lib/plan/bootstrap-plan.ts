import { fitName } from '../core/names';
import { roleArn, sideRoleName, type Place } from './naming';
import { storeParameter } from './store-connection';
import type { PostgresPlan, StorePlan } from './store-plan';

/** A database that is prepared for the logins of its service. */
export interface BootstrapDatabase {
  /** Name of the store in the model. */
  readonly store: string;
  /** Name of the database. */
  readonly database: string;
  /** Role that owns the database and all that is in it. */
  readonly owner: string;
  /** Role that the service logs in as. */
  readonly user: string;
  /** SSM parameter with the host. */
  readonly hostParameter: string;
  /** SSM parameter with the ARN of the master user's secret. */
  readonly secretParameter: string;
}

/** The job that prepares the databases of a service, once and again after each change. */
export interface BootstrapPlan {
  /** Kubernetes service account of the job. */
  readonly serviceAccount: string;
  /** Role of that account. */
  readonly role: { readonly name: string; readonly arn: string };
  /** The databases that are written here. */
  readonly databases: readonly BootstrapDatabase[];
}

/** Plans how the databases of a service are prepared; one that is only read here is prepared where it is written. */
export function planBootstrap(
  place: Place,
  service: string,
  stores: readonly StorePlan[],
): BootstrapPlan | undefined {
  const databases = stores.filter(
    (store): store is PostgresPlan => store.kind === 'PostgresDatabase' && store.role !== 'reader',
  );
  if (databases.length === 0) return undefined;
  const name = sideRoleName(place, service, 'bootstrap');
  return {
    serviceAccount: fitName([service, 'bootstrap'], 'kubernetesService'),
    role: { name, arn: roleArn(place, name) },
    databases: databases.map((store) => ({
      store: store.name,
      database: store.database,
      owner: fitName([store.database, 'owner'], 'postgresIdentifier'),
      user: store.user,
      hostParameter: storeParameter(place, service, store, 'host'),
      secretParameter: storeParameter(place, service, store, 'secret-arn'),
    })),
  };
}
