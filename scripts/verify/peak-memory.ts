import { readFileSync, readdirSync } from 'node:fs';

/** What is known of a process. */
interface ProcessFacts {
  readonly parent: number;
  readonly residentMiB: number;
}

const PAGE_MIB = 4096 / 1024 ** 2;
const SAMPLE_MILLISECONDS = 500;

/** Watches how much memory this process and all that it started take together. */
export interface MemoryWatch {
  /** The most seen so far, in MiB; 0 where the system does not tell. */
  readonly peakMiB: () => number;
  /** Ends the watch. */
  stop(): void;
}

/**
 * Starts to watch the memory of this process and its children, twice a second.
 *
 * @param exceeded called once, when there is more of it than the bound
 */
export function watchMemory(boundMiB: number, exceeded: (miB: number) => void): MemoryWatch {
  let peak = 0;
  const sample = (): void => {
    const now = residentMiB(process.pid, readProcesses());
    if (peak <= boundMiB && now > boundMiB) exceeded(now);
    peak = Math.max(peak, now);
  };
  sample();
  const timer = setInterval(sample, SAMPLE_MILLISECONDS);
  return {
    peakMiB: () => peak,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Memory of a process and of all its descendants, in MiB. */
export function residentMiB(root: number, processes: ReadonlyMap<number, ProcessFacts>): number {
  const children = new Map<number, number[]>();
  for (const [id, { parent }] of processes)
    children.set(parent, [...(children.get(parent) ?? []), id]);
  const sum = (id: number): number =>
    (children.get(id) ?? []).reduce(
      (total, child) => total + sum(child),
      processes.get(id)?.residentMiB ?? 0,
    );
  return Math.round(sum(root));
}

/** All processes of the system, where it lists them below `/proc`. */
function readProcesses(): ReadonlyMap<number, ProcessFacts> {
  const facts = new Map<number, ProcessFacts>();
  for (const name of listProcesses()) {
    const one = readProcess(name);
    if (one !== undefined) facts.set(Number(name), one);
  }
  return facts;
}

function listProcesses(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
  } catch {
    return [];
  }
}

/** A process may end while it is read. */
function readProcess(id: string): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The second field is the command in brackets, and may hold blanks.
    const [, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, pages = '0'] = readFileSync(`/proc/${id}/statm`, 'utf8').split(' ');
    return { parent: Number(parent), residentMiB: Number(pages) * PAGE_MIB };
  } catch {
    return undefined;
  }
}
