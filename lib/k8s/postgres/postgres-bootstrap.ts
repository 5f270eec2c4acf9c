import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';
import { assertBootstrap } from './bootstrap-checks';
import { renderBootstrapNetwork } from './bootstrap-network';
import { DatabaseJob } from './database-job';
import type { PostgresBootstrapProps } from './postgres-bootstrap-props';

/**
 * Prepares the databases of a service on Aurora or RDS for PostgreSQL, 16 or newer: creates database, owner and a user
 * that logs in by IAM, so that no service knows a password.
 *
 * The service account needs a role by Pod Identity that may read the parameters and the secrets and decrypt these. A
 * database that is described differently has another Job; the same description runs once.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 *
 * @example
 * new PostgresBootstrap(chart, 'Bootstrap', {
 *   name: 'orders-bootstrap',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders-bootstrap' },
 *   region: 'eu-west-1',
 *   databases: [
 *     {
 *       database: 'orders',
 *       owner: 'orders_owner',
 *       user: 'orders',
 *       hostParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-host',
 *       secretArnParameter: '/shop/production/eu-west-1/svc-orders/postgres-orders-secret-arn',
 *     },
 *   ],
 *   databaseCidrs: ['10.0.200.0/22'],
 *   endpointCidrs: ['10.0.0.0/18'],
 *   caConfigMap: 'rds-ca',
 * });
 */
export class PostgresBootstrap extends Construct {
  /** The Jobs in the order of the databases, for changes this construct has no property for. */
  public readonly jobs: readonly ApiObject[];
  /** Name of the service account, to which the role is bound. */
  public readonly serviceAccountName: string;

  public constructor(scope: Construct, id: string, props: PostgresBootstrapProps) {
    super(scope, id);
    const deadlineSeconds = assertBootstrap(this, props);
    const { name, namespace, labels, databaseCidrs, endpointCidrs } = props;
    const identity = { name, namespace, labels };

    new PlainObject(
      this,
      'ServiceAccount',
      k8s.KubeServiceAccount.manifest({
        metadata: objectMetadata(identity, SYNC_WAVE.foundation),
        automountServiceAccountToken: false,
      }),
    );
    new PlainObject(
      this,
      'NetworkPolicy',
      k8s.KubeNetworkPolicy.manifest({
        metadata: objectMetadata(identity, SYNC_WAVE.foundation),
        spec: renderBootstrapNetwork({ name, databaseCidrs, endpointCidrs }),
      }),
    );
    this.serviceAccountName = name;
    this.jobs = props.databases.map(
      (database) =>
        new DatabaseJob(this, database.database, { ...props, database, deadlineSeconds }).resource,
    );
  }
}
