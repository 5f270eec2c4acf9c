import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { compareText } from '../../core/finding';
import { shortHash } from '../../core/names';
import { assertIdentity } from '../support/checks';
import { objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** What a hashed ConfigMap holds. */
export interface HashedConfigMapProps {
  /** Beginning of the name; a hyphen and the hash of the data follow. */
  readonly name: string;
  /** Namespace it stands in. */
  readonly namespace: string;
  /** Labels it carries. */
  readonly labels: Readonly<Record<string, string>>;
  /** Values by key, 1 MiB of values at most. */
  readonly data: Readonly<Record<string, string>>;
}

/** @see https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const MAX_BYTES = 1_048_576;

/**
 * A ConfigMap that never changes: other data has another name. Pods that refer to it are therefore
 * replaced when it changes, and pods of the revision before keep theirs.
 *
 * @example
 * const settings = new HashedConfigMap(chart, 'Settings', {
 *   name: 'orders',
 *   namespace: 'ordering',
 *   labels: { 'app.kubernetes.io/name': 'orders' },
 *   data: { LOG_LEVEL: 'info' },
 * });
 * // settings.configMapName goes into the Workload's configMap
 */
export class HashedConfigMap extends Construct {
  /** Name of the ConfigMap, hash included. */
  public readonly configMapName: string;
  /** The ConfigMap, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: HashedConfigMapProps) {
    super(scope, id);
    const { name, namespace, labels, data } = props;
    const entries = Object.entries(data).sort(([a], [b]) => compareText(a, b));
    this.configMapName = `${name}-${shortHash(JSON.stringify(entries))}`;
    const identity = { name: this.configMapName, namespace, labels };
    assertIdentity(this, identity, 'kubernetesName');
    assertKeys(this, Object.keys(data));
    assertSize(this, Object.values(data));

    this.resource = new PlainObject(
      this,
      'Resource',
      k8s.KubeConfigMap.manifest({
        metadata: objectMetadata(identity, SYNC_WAVE.policy, KEPT),
        immutable: true,
        data: { ...data },
      }),
    );
  }
}

/** The one before is removed only when everything that replaces it is healthy. */
const KEPT = { 'argocd.argoproj.io/sync-options': 'PruneLast=true' };

function assertKeys(scope: Construct, keys: readonly string[]): void {
  const bad = keys.find((key) => !/^[-._a-zA-Z0-9]{1,253}$/.test(key));
  if (bad === undefined) return;
  const problem = `data has the key '${bad}', which no ConfigMap can hold`;
  throw new PlatformError(scope, problem, 'use 1 to 253 letters, digits, - _ .');
}

function assertSize(scope: Construct, values: readonly string[]): void {
  const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (bytes <= MAX_BYTES) return;
  const problem = `data has ${bytes} bytes, a ConfigMap holds at most ${MAX_BYTES}`;
  throw new PlatformError(scope, problem, 'put large files into the image or an object store');
}
