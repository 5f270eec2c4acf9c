import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret' with {
  'resolution-mode': 'import',
};
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertIdentity, assertVariableNames, goDuration } from '../support/checks';
import type { ObjectMetadata } from '../support/metadata';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** Where the values of a Secret come from. */
export interface ParameterSecretProps {
  /** Name of the Secret. */
  readonly name: string;
  /** Namespace it stands in. */
  readonly namespace: string;
  /** Labels of the stores and the external secret. */
  readonly labels: Readonly<Record<string, string>>;
  /** Region the values are read from, for example `'eu-west-1'`. */
  readonly region: string;
  /** ARN of the IAM role they are read with; the operator's own role must be allowed to assume it. */
  readonly roleArn: string;
  /**
   * Names of SSM parameters, by the environment variable each becomes.
   *
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Names of Secrets Manager secrets, by the environment variable each becomes.
   *
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /**
   * How often the values are read again.
   *
   * @default '1h'
   */
  readonly refreshInterval?: string;
}

type StoreSpec = NonNullable<ISecretStore['spec']>;
type Service = NonNullable<NonNullable<StoreSpec['provider']>['aws']>['service'];
type ExternalSpec = NonNullable<IExternalSecret['spec']>;
type ExternalData = NonNullable<ExternalSpec['data']>[number];

/**
 * A Secret whose values stay in SSM and Secrets Manager: the External Secrets Operator fetches
 * them, and a manifest holds nothing but their names.
 *
 * @example
 * const endpoints = new ParameterSecret(chart, 'Endpoints', {
 *   name: 'orders-endpoints',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   region: 'eu-west-1',
 *   roleArn: 'arn:aws:iam::111122223333:role/orders-parameters',
 *   parameters: { DATABASE_HOST: '/shop/production/eu-west-1/orders/host' },
 * });
 * // endpoints.secretName goes into the Workload's secretNames
 */
export class ParameterSecret extends Construct {
  /** Name of the Secret the operator writes. */
  public readonly secretName: string;
  /** The ExternalSecret, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: ParameterSecretProps) {
    super(scope, id);
    const { name, namespace, labels, region, roleArn } = props;
    const { parameters = {}, secrets = {}, refreshInterval = '1h' } = props;
    assertIdentity(this, { name: `${name}-parameters`, namespace, labels }, 'kubernetesName');
    assertRegion(this, region);
    assertRole(this, roleArn);
    assertKeys(this, parameters, secrets);
    const metadata = (object: string, wave: number): ObjectMetadata =>
      objectMetadata({ name: object, namespace, labels }, wave);

    const data: ExternalData[] = [];
    const read = (from: Source): void => {
      if (Object.keys(from.names).length === 0) return;
      const store = `${name}-${from.suffix}`;
      data.push(...renderData(store, from.names));
      new PlainObject(this, from.id, {
        apiVersion: 'external-secrets.io/v1',
        kind: 'SecretStore',
        // An external secret that finds no store is degraded and stops the sync: stores go first.
        metadata: metadata(store, SYNC_WAVE.foundation),
        spec: renderStore(from.service, region, roleArn),
      });
    };
    read({ id: 'Parameters', suffix: 'parameters', service: 'ParameterStore', names: parameters });
    read({ id: 'Secrets', suffix: 'secrets', service: 'SecretsManager', names: secrets });

    this.secretName = name;
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: metadata(name, SYNC_WAVE.policy),
      spec: renderExternal(name, goDuration(this, 'refreshInterval', refreshInterval), data),
    });
  }
}

/** One of the two services, and what is read from it. */
interface Source {
  readonly id: string;
  readonly suffix: string;
  readonly service: Service;
  readonly names: Readonly<Record<string, string>>;
}

function renderStore(service: Service, region: string, role: string): StoreSpec {
  return { provider: { aws: { service, region, role } } };
}

function renderExternal(name: string, refreshInterval: string, data: ExternalData[]): ExternalSpec {
  return {
    refreshInterval,
    target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data,
  };
}

function renderData(store: string, names: Readonly<Record<string, string>>): ExternalData[] {
  return Object.entries(names).map(([secretKey, key]) => ({
    secretKey,
    remoteRef: { key },
    sourceRef: { storeRef: { kind: 'SecretStore', name: store } },
  }));
}

function assertRegion(scope: Scoped, region: string): void {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return;
  throw new PlatformError(
    scope,
    `region '${region}' is no AWS region`,
    "write it like 'eu-west-1'",
  );
}

function assertRole(scope: Scoped, roleArn: string): void {
  if (/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(roleArn)) return;
  const problem = `roleArn '${roleArn}' is not the ARN of an IAM role`;
  throw new PlatformError(scope, problem, "write it like 'arn:aws:iam::111122223333:role/orders'");
}

function assertKeys(
  scope: Scoped,
  parameters: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): void {
  const keys = Object.keys(parameters);
  assertVariableNames(scope, 'parameters', keys);
  assertVariableNames(scope, 'secrets', Object.keys(secrets));
  const twice = keys.find((key) => Object.hasOwn(secrets, key));
  if (twice !== undefined) {
    const problem = `'${twice}' is a key of both parameters and secrets`;
    throw new PlatformError(scope, problem, 'name one of the two differently');
  }
  if (keys.length + Object.keys(secrets).length > 0) return;
  const problem = 'parameters and secrets are both empty';
  throw new PlatformError(scope, problem, 'name a value to read, or leave the Secret out');
}
