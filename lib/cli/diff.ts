import { writeFileSync } from 'node:fs';
import { placeOf } from '../contracts/evolution/contract-change';
import { formatLock, releaseContracts, type ContractLock } from '../contracts/lock';
import type { System } from '../model/system';
import { currentContracts, systemFolder, type CurrentContracts } from './current-contracts';
import { contractDiff, type ContractDiff } from './diff/contract-diff';
import { formatDiff } from './diff/format-diff';
import { shown } from './load-system';
import { jsonText, type Outcome } from './outcome';
import { terminalWidth } from './terminal';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** How a comparison of contracts is asked for. */
export interface DiffOptions {
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
  /**
   * Whether the lock is written when nobody is broken.
   *
   * @default false
   */
  readonly release?: boolean;
  /**
   * Why somebody may be broken: kept in the lock.
   *
   * @default - nobody may
   */
  readonly acceptBreaking?: string;
}

/** What a comparison comes to, and the lock that is written then. */
export interface DiffOutcome extends Outcome {
  /**
   * The lock after the release.
   *
   * @default - nothing is released
   */
  readonly lock?: ContractLock;
}

/** The verb `diff`: a change that breaks somebody who uses it gives exit code 1, and so does an order that is none. */
export function diffVerb(
  system: System,
  current: CurrentContracts,
  options: DiffOptions,
): DiffOutcome {
  const { json = false, release = false } = options;
  const diff = contractDiff(system, current.lock, current.documents);
  const said = json ? jsonText(diff) : formatDiff(diff, terminalWidth());
  if (!release) return { exitCode: isSafe(diff) ? 0 : 1, text: said };
  const lock = released(diff, current, options.acceptBreaking);
  if (lock === undefined) return { exitCode: 1, text: json ? said : `${said}\n\n${REFUSED}` };
  return { exitCode: 0, text: json ? said : `${said}\n\nreleased`, lock };
}

function isSafe({ breaking, order }: ContractDiff): boolean {
  return breaking === 0 && order.ok;
}

/** The lock after a release; none where somebody is broken and nobody said why. */
function released(
  diff: ContractDiff,
  { lock, documents, sources }: CurrentContracts,
  reason: string | undefined,
): ContractLock | undefined {
  if (isSafe(diff)) return releaseContracts(lock, documents, { sources });
  if (reason === undefined) return undefined;
  return releaseContracts(lock, documents, { sources, accepted: acceptedOf(diff, reason) });
}

const REFUSED = 'not released: mend what breaks, or say why it may with --accept-breaking "reason"';

/** Adds the verb `diff`. */
export const addDiff: AddVerb = (program, show) => {
  withSystem(
    program.command('diff').description('compare the contracts with those that were released'),
  )
    .option('--release', 'write the lock: these contracts are released from now on')
    .option('--accept-breaking <reason>', 'release although somebody is broken, and say why')
    .action(async (options: SystemOptions & DiffOptions) => {
      show(await diffCommand(options));
    });
};

async function diffCommand(options: SystemOptions & DiffOptions): Promise<Outcome> {
  const { acceptBreaking, release = false } = options;
  if (acceptBreaking !== undefined && !release) return wrong('--accept-breaking is for --release');
  if (acceptBreaking?.trim() === '') return wrong('--accept-breaking has no reason');
  const current = await currentContracts(systemFolder(options.system));
  if (!current.ok) return { exitCode: 2, text: current.text };
  const { contracts } = current;
  return onSystem(options, ({ system }) => {
    const { lock, ...outcome } = diffVerb(system, contracts, options);
    const problem = lock === undefined ? undefined : writeLock(contracts.lockFile, lock);
    return problem === undefined ? outcome : { exitCode: 2, text: problem };
  });
}

function wrong(problem: string): Outcome {
  return { exitCode: 2, text: `error: ${problem}` };
}

function writeLock(file: string, lock: ContractLock): string | undefined {
  try {
    writeFileSync(file, formatLock(lock));
    return undefined;
  } catch {
    return `[${shown(file)}] the lock cannot be written; make the folder one that may be written to`;
  }
}

/** What was broken, kept with the reason. */
function acceptedOf({ changes, order }: ContractDiff, reason: string) {
  const broken = changes
    .filter(({ verdict }) => verdict === 'breaks')
    .map((change) => {
      const names = [...new Set(change.breaks.map(({ name }) => name))];
      return `${placeOf(change)} breaks ${names.join(', ')}: ${change.text}`;
    });
  return { reason, breaks: order.ok ? broken : [...broken, order.problem] };
}
