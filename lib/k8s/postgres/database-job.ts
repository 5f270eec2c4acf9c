import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';
import { HashedConfigMap } from '../workload/hashed-config-map';
import { DEFAULT_CA_KEY } from './bootstrap-checks';
import { jobName, renderJob } from './bootstrap-job';
import { READ_SCRIPT, RUN_SCRIPT, SCRIPT } from './bootstrap-scripts';
import { bootstrapSql } from './bootstrap-sql';
import type { BootstrapDatabase, PostgresBootstrapProps } from './postgres-bootstrap-props';

/** AWS CLI that is used unless another image is named. @see https://gallery.ecr.aws/aws-cli/aws-cli */
const AWS_CLI_IMAGE = 'public.ecr.aws/aws-cli/aws-cli:2.32.9';
/** PostgreSQL that is used unless another image is named. @see https://gallery.ecr.aws/docker/library/postgres */
const POSTGRES_IMAGE = 'public.ecr.aws/docker/library/postgres:17.9-bookworm';

/** What the Job of one database is made of. */
export interface DatabaseJobProps extends Omit<
  PostgresBootstrapProps,
  'databases' | 'deadline' | 'databaseCidrs' | 'endpointCidrs'
> {
  /** The database. */
  readonly database: BootstrapDatabase;
  /** Seconds after which it is given up. */
  readonly deadlineSeconds: number;
}

/**
 * The Job that prepares one database, and its scripts. Each database has its own: it is tried on its own, and a change
 * to one runs no other. It stands in the last wave before workloads, together with ConfigMaps and Secrets, which Argo CD
 * applies first, by their kind.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 * @example
 * new DatabaseJob(this, 'Orders', { ...props, database, deadlineSeconds: 600 });
 */
export class DatabaseJob extends Construct {
  /** The Job. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: DatabaseJobProps) {
    super(scope, id);
    const { name, namespace, labels, database, deadlineSeconds } = props;
    const scripts = new HashedConfigMap(this, 'Scripts', {
      name: `${name}-${kebabCase(database.database)}`,
      namespace,
      labels,
      data: {
        [SCRIPT.read]: READ_SCRIPT,
        [SCRIPT.run]: RUN_SCRIPT,
        [SCRIPT.sql]: bootstrapSql(database),
      },
    });
    const spec = renderJob({
      name,
      labels,
      region: props.region,
      hostParameter: database.hostParameter,
      secretArnParameter: database.secretArnParameter,
      scriptsConfigMap: scripts.configMapName,
      caConfigMap: props.caConfigMap,
      caKey: props.caKey ?? DEFAULT_CA_KEY,
      awsCliImage: props.awsCliImage ?? AWS_CLI_IMAGE,
      postgresImage: props.postgresImage ?? POSTGRES_IMAGE,
      deadlineSeconds,
    });
    const identity = { name: jobName(name, database.database, spec), namespace, labels };
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: objectMetadata(identity, SYNC_WAVE.policy),
      spec,
    });
  }
}

function kebabCase(name: string): string {
  return name.replaceAll('_', '-');
}
