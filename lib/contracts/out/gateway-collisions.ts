import type { SystemView } from '../../model/view';
import { compareProblems, type ContractProblem } from '../problem';
import { findEntry, gatewayEntries, shapeOf, type Documents, type Entry } from './gateway-entries';

/**
 * Operations that are open to the world and take the same requests: a document of the gateway can describe one of them.
 *
 * @param documents contracts by file; an operation that was declared in place is named by its service alone
 */
export function gatewayCollisions(
  view: SystemView,
  documents: Documents,
): readonly ContractProblem[] {
  const known = new Map<string, Entry>();
  const problems = gatewayEntries(view).flatMap((entry) => {
    const { method, path } = entry.spec;
    const request = `${method} ${shapeOf(path)}`;
    const other = known.get(request);
    if (other === undefined) known.set(request, entry);
    if (other === undefined) return [];
    return {
      ...placeOf(entry, documents),
      problem: `${nameOf(entry)} and ${nameOf(other)} are both ${method} ${path} at the gateway`,
      fix: 'give one of them another path, or leave one out of the journeys',
    };
  });
  return problems.sort(compareProblems);
}

function nameOf({ service, spec }: Entry): string {
  return `${service.name}.${spec.name}`;
}

function placeOf(entry: Entry, documents: Documents): Pick<ContractProblem, 'file' | 'at'> {
  const { contract, node } = entry.service;
  const found = findEntry(entry, documents);
  return { file: contract?.source?.file ?? node.path, at: found?.operation.at ?? '' };
}
