import type { ContractChange } from '../contracts/evolution/contract-change';
import { modesOf } from '../contracts/evolution/impact';
import { changesSinceRelease } from '../contracts/evolution/lock-changes';
import type { System } from '../model/system';
import { readSystem } from '../model/view';
import type { CurrentContracts } from './current-contracts';

/** What changed in the contracts of a system since they were released; nothing where they were not, or did not. */
export function contractChanges(
  system: System,
  contracts: CurrentContracts | undefined,
): readonly ContractChange[] {
  if (contracts === undefined) return [];
  return changesSinceRelease(contracts.lock, contracts.documents, modesOf(readSystem(system)));
}
