import type { RegionPlan } from '../lib/plan';

/** Labels by which everything of a system is found. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export function labelsOf(
  { system, environment }: RegionPlan,
  name: string,
  team?: string,
): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': system,
    'app.kubernetes.io/managed-by': 'groundplan',
    environment,
    ...(team !== undefined && { team }),
  };
}
