import { field, isJson, itemsAt, textAt } from '../../../lib/proof/references/place';
import type { EmittedObject } from '../../../lib/proof/references/emitted-object';

/** A rule as it stands in a file. */
export interface Rule {
  /** Name of what it keeps; only of one that records. */
  readonly record?: string;
  /** Name of the alert; only of one that tells. */
  readonly alert?: string;
  /** The expression. */
  readonly expr: string;
  /** How long it must hold. */
  readonly for?: string;
  /** Labels that are added. */
  readonly labels: Readonly<Record<string, string>>;
  /** What people are told. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A group of rules as it stands in a file. */
export interface RuleGroup {
  /** Its name. */
  readonly name: string;
  /** How often it is evaluated. */
  readonly interval: string;
  /** Its rules, in order. */
  readonly rules: readonly Rule[];
}

/** The rules of one object. */
export interface RuleFile {
  /** Where it stands, for example `production/eu-west-1/orders`. */
  readonly name: string;
  /** Its groups. */
  readonly groups: readonly RuleGroup[];
}

/** The rules of all PrometheusRule objects among emitted ones. */
export function ruleFiles(objects: readonly EmittedObject[]): readonly RuleFile[] {
  return objects
    .filter(({ kind }) => kind === 'PrometheusRule')
    .map(({ cluster, name, root }) => ({
      name: `${cluster}/${name}`,
      groups: itemsAt(root, 'spec', 'groups').map((group) => ({
        name: textAt(group, 'name') ?? '',
        interval: textAt(group, 'interval') ?? '',
        rules: itemsAt(group, 'rules').flatMap(({ value }) => (isRule(value) ? [value] : [])),
      })),
    }));
}

function isRule(value: unknown): value is Rule {
  return isJson(value) && typeof value['expr'] === 'string' && isJson(value['labels']);
}

/** Each group once, however many clusters have it, by its name; groups of one name that differ are all kept. */
export function distinctGroups(files: readonly RuleFile[]): readonly RuleGroup[] {
  const groups = files.flatMap((file) => file.groups);
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

/** The text of the Secret that Alertmanager is configured by. */
export function alertmanagerText(object: EmittedObject): string | undefined {
  return textAt(field(object.root, 'stringData'), 'alertmanager.yaml');
}
