/** What is done, each after what it depends on. */
export interface OrderedWork {
  /** Everything there is to do, by name. */
  readonly names: readonly string[];
  /** What must be done before, by name; names of nothing to do here count as done. */
  readonly before: Readonly<Record<string, readonly string[]>>;
  /** How much is done at a time. */
  readonly parallel: number;
  /** Does one, and tells whether it went well. */
  readonly work: (name: string) => Promise<boolean>;
}

/** What came of it. */
export interface WorkDone {
  /** What went well, in the order in which it ended. */
  readonly done: readonly string[];
  /** What did not. */
  readonly failed: readonly string[];
  /** What was not tried, because something it depends on failed or depends on it in turn. */
  readonly skipped: readonly string[];
}

/** Does everything after what it depends on, so much at a time, and nothing after a failure that depends on it. */
export async function runInOrder({
  names,
  before,
  parallel,
  work,
}: OrderedWork): Promise<WorkDone> {
  const waiting = new Set(names);
  const done: string[] = [];
  const failed: string[] = [];
  const running = new Map<string, Promise<void>>();
  const known = new Set(names);
  const isReady = (name: string): boolean =>
    (before[name] ?? []).every((earlier) => !known.has(earlier) || done.includes(earlier));
  for (;;) {
    const next = [...waiting].find(isReady);
    if (next !== undefined && running.size < parallel) {
      waiting.delete(next);
      const ended = work(next).then((well) => {
        running.delete(next);
        (well ? done : failed).push(next);
      });
      running.set(next, ended);
      continue;
    }
    if (running.size === 0) return { done, failed, skipped: [...waiting] };
    await Promise.race(running.values());
  }
}

/** The same dependencies the other way round, for taking down. */
export function reversed(
  before: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const after = new Map<string, string[]>();
  for (const [name, earlier] of Object.entries(before))
    for (const one of earlier) after.set(one, [...(after.get(one) ?? []), name]);
  return Object.fromEntries(after);
}
