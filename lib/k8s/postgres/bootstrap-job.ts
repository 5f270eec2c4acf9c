import type { k8s } from 'cdk8s-plus-28';
import { compareText } from '../../core/finding';
import { shortHash } from '../../core/names';
import { NAME_LABEL } from '../support/metadata';
import type { Wire } from '../support/wire';
import { POSTGRES_PORT } from './bootstrap-network';
import { HANDOVER, SCRIPT, SCRIPTS } from './bootstrap-scripts';

/** What the Job of one database is made of. */
export interface BootstrapJob {
  /** `app.kubernetes.io/name` of its pods, and their service account. */
  readonly name: string;
  /** Labels of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Region of the parameters and the secret. */
  readonly region: string;
  /** Parameter that holds the host. */
  readonly hostParameter: string;
  /** Parameter that holds the ARN of the master user's secret. */
  readonly secretArnParameter: string;
  /** ConfigMap with the scripts. */
  readonly scriptsConfigMap: string;
  /** ConfigMap with the certificates of RDS. */
  readonly caConfigMap: string;
  /** Its key. */
  readonly caKey: string;
  /** Image with `aws` and `sh`. */
  readonly awsCliImage: string;
  /** Image with `psql` and `perl`. */
  readonly postgresImage: string;
  /** Seconds after which it is given up. */
  readonly deadlineSeconds: number;
}

/**
 * The user `postgres` of Debian's image. The image of the AWS CLI has no user of its own and works as any; both are the
 * same, so that the second may read the files of the first.
 *
 * @see https://github.com/docker-library/postgres/blob/master/17/bookworm/Dockerfile
 */
const USER_ID = 999;
/** Tries before it is given up; the waits between them double from 10 s. */
const RETRIES = 6;
const HOME = '/tmp';
const CA_DIRECTORY = '/etc/rds-ca';
const CA_FILE = 'ca.pem';
const RESOURCES: Wire<k8s.ResourceRequirements> = {
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { memory: '256Mi' },
};
const SECURITY: Wire<k8s.SecurityContext> = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/**
 * Name of a Job: it ends in a hash of all it does, because a Job cannot be changed. Kubernetes makes a label of the
 * name, so it is no longer than one.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#writing-a-job-spec
 */
export function jobName(name: string, database: string, spec: Wire<k8s.JobSpec>): string {
  const hash = shortHash(JSON.stringify(spec));
  const head = `${name}-${database.replaceAll('_', '-')}`.slice(0, 63 - hash.length - 1);
  return `${head.replace(/-+$/, '')}-${hash}`;
}

/** Renders a Job that reads the master user's secret, then runs the SQL. */
export function renderJob(job: BootstrapJob): Wire<k8s.JobSpec> {
  return {
    backoffLimit: RETRIES,
    activeDeadlineSeconds: job.deadlineSeconds,
    template: {
      metadata: { labels: podLabels(job) },
      spec: {
        restartPolicy: 'Never',
        serviceAccountName: job.name,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: USER_ID,
          runAsGroup: USER_ID,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        initContainers: [readContainer(job)],
        containers: [runContainer(job)],
        volumes: volumes(job),
      },
    },
  };
}

/** A proxy would never end, and the Job with it. Sorted, so that the order in which labels were written runs nothing. */
function podLabels({ name, labels }: BootstrapJob): Readonly<Record<string, string>> {
  const all = { ...labels, [NAME_LABEL]: name, 'sidecar.istio.io/inject': 'false' };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => compareText(a, b)));
}

function readContainer(job: BootstrapJob): Wire<k8s.Container> {
  return {
    name: 'read-secret',
    image: job.awsCliImage,
    command: ['sh', `${SCRIPTS}/${SCRIPT.read}`],
    env: variables({
      AWS_REGION: job.region,
      // The CLI keeps notes in its home and fails where it cannot.
      HOME,
      // Without the pod's own role it fails; it does not go on with that of the node.
      AWS_EC2_METADATA_DISABLED: 'true',
      HANDOVER,
      HOST_PARAMETER: job.hostParameter,
      SECRET_ARN_PARAMETER: job.secretArnParameter,
    }),
    resources: RESOURCES,
    securityContext: SECURITY,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'handover', mountPath: HANDOVER },
      { name: 'home', mountPath: HOME },
      { name: 'scripts', mountPath: SCRIPTS, readOnly: true },
    ],
  };
}

function runContainer(job: BootstrapJob): Wire<k8s.Container> {
  return {
    name: 'bootstrap',
    image: job.postgresImage,
    command: ['perl', `${SCRIPTS}/${SCRIPT.run}`],
    env: variables({
      HANDOVER,
      SQL_FILE: `${SCRIPTS}/${SCRIPT.sql}`,
      PGPORT: `${POSTGRES_PORT}`,
      PGDATABASE: 'postgres',
      PGSSLMODE: 'verify-full',
      PGSSLROOTCERT: `${CA_DIRECTORY}/${CA_FILE}`,
      PGCONNECT_TIMEOUT: '10',
      // A service that holds a lock makes this try again, instead of queueing everybody behind it.
      PGOPTIONS: '-c lock_timeout=10s -c client_min_messages=warning',
    }),
    resources: RESOURCES,
    securityContext: SECURITY,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'handover', mountPath: HANDOVER, readOnly: true },
      { name: 'scripts', mountPath: SCRIPTS, readOnly: true },
      { name: 'ca', mountPath: CA_DIRECTORY, readOnly: true },
    ],
  };
}

function volumes(job: BootstrapJob): readonly Wire<k8s.Volume>[] {
  return [
    { name: 'handover', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
    { name: 'home', emptyDir: { sizeLimit: '16Mi' } },
    { name: 'scripts', configMap: { name: job.scriptsConfigMap } },
    {
      name: 'ca',
      configMap: { name: job.caConfigMap, items: [{ key: job.caKey, path: CA_FILE }] },
    },
  ];
}

function variables(values: Readonly<Record<string, string>>): readonly Wire<k8s.EnvVar>[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
