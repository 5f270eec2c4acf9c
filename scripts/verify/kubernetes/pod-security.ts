import { isJson, objectAt, type Json } from '../stack-files';

const TEMPLATES: ReadonlySet<string> = new Set([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout', 'Job'],
]);
/** Volumes that are no way out of the pod. */
const VOLUMES: ReadonlySet<string> = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim'],
  ...['projected', 'secret'],
]);

/**
 * What keeps the pods of an object from a namespace that is held to the restricted standard.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedProblems(content: Json): readonly string[] {
  if (!TEMPLATES.has(String(content['kind']))) return [];
  const spec = objectAt(objectAt(objectAt(content, 'spec'), 'template'), 'spec');
  const pod = objectAt(spec, 'securityContext');
  const containers = ['initContainers', 'containers'].flatMap((key) => listAt(spec, key));
  const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((key) => spec[key] === true);
  const volumes = listAt(spec, 'volumes').flatMap((volume) =>
    Object.keys(volume).filter((key) => key !== 'name' && !VOLUMES.has(key)),
  );
  return [
    ...shared.map((key) => `${key} is true`),
    ...volumes.map((type) => `a volume is of type ${type}`),
    ...containers.flatMap((container) =>
      containerProblems(objectAt(container, 'securityContext'), pod),
    ),
  ];
}

function containerProblems(own: Json, pod: Json): readonly string[] {
  const effective = { ...pod, ...own };
  const capabilities = objectAt(own, 'capabilities');
  const profile = objectAt(effective, 'seccompProfile')['type'];
  const added = textsAt(capabilities, 'add').filter((name) => name !== 'NET_BIND_SERVICE');
  const rules: readonly (readonly [boolean, string])[] = [
    [own['privileged'] !== true, 'privileged is true'],
    [own['allowPrivilegeEscalation'] === false, 'allowPrivilegeEscalation is not false'],
    [effective['runAsNonRoot'] === true, 'runAsNonRoot is not true'],
    [effective['runAsUser'] !== 0, 'runAsUser is 0'],
    [
      profile === 'RuntimeDefault' || profile === 'Localhost',
      'seccompProfile is not RuntimeDefault',
    ],
    [textsAt(capabilities, 'drop').includes('ALL'), 'capabilities.drop has no ALL'],
    [added.length === 0, `capabilities.add has ${added.join()}`],
  ];
  return rules.flatMap(([fine, problem]) => (fine ? [] : [problem]));
}

function listAt(of: Json, key: string): readonly Json[] {
  const list = of[key];
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isJson) : [];
}

function textsAt(of: Json, key: string): readonly string[] {
  const list = of[key];
  return Array.isArray(list) ? list.map(String) : [];
}
