import type { ContractDocument } from '../document';
import type { ContractLock } from '../lock';
import { compareChanges, type ContractChange } from './contract-change';
import { changesOfContract, removedContract, type ModeOf } from './contract-changes';

/** What changed in all contracts since they were released. */
export function changesSinceRelease(
  lock: ContractLock,
  documents: readonly ContractDocument[],
  modeOf: ModeOf,
): readonly ContractChange[] {
  const present = new Set(documents.map(({ file }) => file));
  const gone = [...lock.contracts.keys()].filter((file) => !present.has(file)).map(removedContract);
  const changed = documents.flatMap((document) => {
    const locked = lock.contracts.get(document.file);
    // A file of another kind under the same name is another contract.
    if (locked !== undefined && locked.kind !== document.kind)
      return [removedContract(document.file)];
    // The bytes are the same: nothing is compared.
    if (locked?.versions.at(-1)?.digest === document.digest) return [];
    const released = locked?.versions.map(({ content }) => content) ?? [];
    return changesOfContract(released, document, modeOf);
  });
  return [...gone, ...changed].sort(compareChanges);
}
