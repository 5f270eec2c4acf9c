import { compareFindings, type Finding } from '../../core/finding';
import type { EmittedFile } from '../tokens';
import { focusOn, groupBy, indexCluster } from './cluster';
import {
  readObjects,
  type EmittedObject,
  type EmittedObjects,
  type Unreadable,
} from './emitted-object';
import { OUTSIDE, type OutsideObject } from './outside';
import type { Broken, ReferenceRule, ReferenceRuleText } from './rule';
import { hosts } from './rules/hosts';
import { identities } from './rules/identities';
import { identity } from './rules/identity';
import { legalNames } from './rules/legal-names';
import { namespaces } from './rules/namespaces';
import { operators } from './rules/operators';
import { podNeeds } from './rules/pod-needs';
import { ports } from './rules/ports';
import { selectors } from './rules/selectors';
import { targets } from './rules/targets';

const RULES: readonly ReferenceRule[] = [
  ...[identity, legalNames, namespaces, podNeeds, selectors],
  ...[ports, hosts, targets, identities, operators],
];

/** Every rule of references, in the order of their ids. */
export const REFERENCE_RULES: readonly ReferenceRuleText[] = RULES;

/**
 * References in manifests that lead nowhere within what is emitted for the same cluster, in order.
 *
 * @param outside what is in every cluster before the first manifest is applied
 */
export function proveReferences(
  files: Iterable<EmittedFile>,
  outside: readonly OutsideObject[] = OUTSIDE,
): readonly Finding[] {
  return proveObjects(readObjects(files), outside);
}

/** The same for objects that have been read. */
export function proveObjects(
  { objects, unreadable }: EmittedObjects,
  outside: readonly OutsideObject[] = OUTSIDE,
): readonly Finding[] {
  const findings = unreadable.map(ofUnreadable);
  for (const [name, own] of groupBy(objects, ({ cluster }) => cluster)) {
    const cluster = indexCluster(name, own, outside);
    for (const rule of RULES)
      for (const broken of rule.check(cluster)) findings.push(toFinding(rule, broken));
  }
  return findings.sort(compareFindings);
}

/**
 * Judges an object as if it stood in the place of one of its name: what refers to it is not looked at, what it refers to
 * is. For trying many variants of few objects.
 */
export function referencesOf(
  { objects }: EmittedObjects,
  outside: readonly OutsideObject[] = OUTSIDE,
): (object: EmittedObject) => readonly Finding[] {
  const clusters = new Map(
    [...groupBy(objects, ({ cluster }) => cluster)].map(([name, own]) => [
      name,
      indexCluster(name, own, outside),
    ]),
  );
  return (object) => {
    const cluster = clusters.get(object.cluster) ?? indexCluster(object.cluster, [], outside);
    const only = focusOn(cluster, object);
    return RULES.flatMap((rule) =>
      Array.from(rule.check(only), (broken) => toFinding(rule, broken)),
    );
  };
}

function toFinding({ id, source }: ReferenceRule, { object, at, problem, fix }: Broken): Finding {
  return {
    ...{ rule: id, severity: 'error', problem, numbers: {}, fix, source },
    path: `${object.file} ${object.kind}/${object.name} ${at.path}`,
  };
}

function ofUnreadable({ file, problem }: Unreadable): Finding {
  return {
    ...{ rule: identity.id, severity: 'error', path: file, problem, numbers: {} },
    ...{ fix: 'emit objects of Kubernetes only', source: identity.source },
  };
}
