import type { BootstrapRoles } from './bootstrap-roles';

/** A database to prepare, and where its server and its master user are found. */
export interface BootstrapDatabase extends BootstrapRoles {
  /** Name of the SSM parameter that holds the host of the server that writes. */
  readonly hostParameter: string;
  /** Name of the SSM parameter that holds the ARN of the secret with the master user's `username` and `password`. */
  readonly secretArnParameter: string;
}

/** What prepares the databases of a service. */
export interface PostgresBootstrapProps {
  /**
   * Name of the service account, of the network policy and, as `app.kubernetes.io/name`, of the pods: not that of a
   * workload, whose policies would hold for them too. Names of Jobs begin with it.
   */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** Labels of every object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Region of the parameters and secrets, for example `'eu-west-1'`. */
  readonly region: string;
  /** The databases, 1 or more, no name twice; each has a Job of its own. */
  readonly databases: readonly BootstrapDatabase[];
  /** Networks the servers are in, 1 or more. */
  readonly databaseCidrs: readonly string[];
  /**
   * Networks in which SSM and Secrets Manager are reached, 1 or more: those of their interface endpoints, or
   * `'0.0.0.0/0'` where there are none.
   */
  readonly endpointCidrs: readonly string[];
  /** Name of the ConfigMap, in the namespace, with the certificates of RDS's authorities. */
  readonly caConfigMap: string;
  /**
   * Key of the certificates in it.
   *
   * @default 'ca.pem'
   */
  readonly caKey?: string;
  /**
   * Image with `aws` of version 2.15 or newer and `sh`.
   *
   * @default - the AWS CLI's own, a pinned version from ECR Public
   */
  readonly awsCliImage?: string;
  /**
   * Image with `psql` and `perl`: PostgreSQL's own on Debian has both, the one on Alpine no `perl`.
   *
   * @default - PostgreSQL's own on Debian, a pinned version from ECR Public
   */
  readonly postgresImage?: string;
  /**
   * How long a Job is tried, `'1m'` to `'1h'`.
   *
   * @default '10m'
   */
  readonly deadline?: string;
}
