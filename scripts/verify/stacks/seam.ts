import type { EmittedObject } from '../../../lib/proof';
import { isJson, objectAt, type Json } from '../stack-files';
import { regionOf, type StackIndex } from './stack-index';
import type { PublishedParameters } from './stack-references';

/** What stacks make that manifests name. */
export interface Seam {
  /** Parameters, as `<region> <name>`. */
  readonly parameters: PublishedParameters;
  /** Secrets, as `<region> <name>`. */
  readonly secrets: ReadonlySet<string>;
  /** Names of roles. */
  readonly roles: ReadonlySet<string>;
}

/** Reads what stacks make that manifests name. */
export function readSeam(stacks: readonly StackIndex[], parameters: PublishedParameters): Seam {
  const named = (type: string) =>
    stacks.flatMap((index) =>
      index.blocks
        .filter((block) => block.kind === 'resource' && block.type === type)
        .map((block) => [regionOf(block, index), String(block.body['name'])] as const),
    );
  return {
    parameters,
    secrets: new Set(named('aws_secretsmanager_secret').map((pair) => pair.join(' '))),
    roles: new Set(named('aws_iam_role').map(([, name]) => name)),
  };
}

/**
 * What an object names in the cloud that no stack makes, a line each.
 *
 * @param storeOf the secret store of a name in a namespace of the object's cluster
 */
export function seamProblems(
  { kind, namespace, cluster, root }: EmittedObject,
  seam: Seam,
  storeOf: (namespace: string, name: string) => EmittedObject | undefined,
): readonly string[] {
  const spec = objectAt(isJson(root.value) ? root.value : {}, 'spec');
  if (kind === 'SecretStore') return roleProblems(awsOf(spec), seam);
  if (kind !== 'ExternalSecret') return [];
  return listAt(spec, 'data').flatMap((data) => {
    const reference = objectAt(objectAt(data, 'sourceRef'), 'storeRef');
    const store = storeOf(namespace, String(reference['name']))?.root.value;
    if (!isJson(store)) return [];
    const { region = cluster.split('/').at(-1), service } = awsOf(objectAt(store, 'spec'));
    const key = String(objectAt(data, 'remoteRef')['key']);
    const made = service === 'ParameterStore' ? seam.parameters : seam.secrets;
    return made.has(`${String(region)} ${key}`) ? [] : [`no stack makes ${key}`];
  });
}

function awsOf(spec: Json): Json {
  return objectAt(objectAt(spec, 'provider'), 'aws');
}

function roleProblems({ role }: Json, { roles }: Seam): readonly string[] {
  if (typeof role !== 'string') return [];
  return roles.has(role.slice(role.lastIndexOf('/') + 1)) ? [] : [`no stack makes ${role}`];
}

function listAt(of: Json, key: string): readonly Json[] {
  const list = of[key];
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isJson) : [];
}
