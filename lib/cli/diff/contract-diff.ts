import type { ContractDocument } from '../../contracts/document';
import type { ContractChange } from '../../contracts/evolution/contract-change';
import { impactsOf, modesOf, type ContractImpact } from '../../contracts/evolution/impact';
import { changesSinceRelease } from '../../contracts/evolution/lock-changes';
import type { ContractLock } from '../../contracts/lock';
import { releaseChangesOf } from '../../delivery/contract-releases';
import { releaseOrder, type ReleaseOrder } from '../../delivery/release-order';
import type { System } from '../../model/system';
import { readSystem } from '../../model/view';

/** Whom a change breaks, and how. */
export interface BrokenUser {
  /** Name of the service, or of the journey of somebody outside. */
  readonly name: string;
  /** How it uses what changed. */
  readonly as: 'caller' | 'reader' | 'outside';
  /** What it uses. */
  readonly uses: string;
}

/** A change with whom it breaks. */
export interface DiffEntry extends ContractChange {
  /** What it means: `breaks` somebody, breaks what nobody uses or cannot be judged (`warns`), or neither. */
  readonly verdict: 'breaks' | 'warns' | 'safe';
  /** Whom it breaks. */
  readonly breaks: readonly BrokenUser[];
}

/** What changed in the contracts since they were released. */
export interface ContractDiff {
  /** The changes. */
  readonly changes: readonly DiffEntry[];
  /** Number of changes that break somebody. */
  readonly breaking: number;
  /** Number of changes that may, or that break what nobody uses. */
  readonly warnings: number;
  /** Who is released when. */
  readonly order: ReleaseOrder;
}

/** Compares the contracts of a system with those that were released. */
export function contractDiff(
  system: System,
  lock: ContractLock,
  documents: readonly ContractDocument[],
): ContractDiff {
  const view = readSystem(system);
  const impacts = impactsOf(view, changesSinceRelease(lock, documents, modesOf(view)));
  const changes = impacts.map(entryOf);
  return {
    changes,
    breaking: changes.filter(({ verdict }) => verdict === 'breaks').length,
    warnings: changes.filter(({ verdict }) => verdict === 'warns').length,
    order: releaseOrder(releaseChangesOf(impacts)),
  };
}

function entryOf({ change, broken, users }: ContractImpact): DiffEntry {
  const isWarning = change.breaking || (!change.judged && users.length > 0);
  return {
    ...change,
    verdict: broken.length > 0 ? 'breaks' : isWarning ? 'warns' : 'safe',
    breaks: broken.map(({ name, as, uses }) => ({ name, as, uses })),
  };
}
