import type { OperationSpec } from '../model/api';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';

/** Operations of a service that another calls or the world may ask for, each once, by name. */
export function usedOperations(
  { callsTo, entries }: SystemIndex,
  { name }: Pick<Service, 'name'>,
): readonly OperationSpec[] {
  const called = (callsTo.get(name) ?? []).flatMap(({ operation }) => operation.spec ?? []);
  const used = new Map([...called, ...(entries.get(name) ?? [])].map((spec) => [spec.name, spec]));
  return [...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
