/** What a child measures of its work. */
export interface Measure {
  /** Seconds on the clock. */
  readonly seconds: number;
  /** Seconds of processor time, all threads: what else the machine does weighs less on them. */
  readonly cpuSeconds: number;
}

/** What a child tells of its work. */
export interface Figures extends Measure {
  /** Most memory of the process, in MiB. */
  readonly peakMiB: number;
  /** Kubernetes objects, Terraform resources or errors that came of it; known to some children only. */
  readonly made?: number;
}

/** Starts to measure; what it gives is the measure so far. */
export function startMeasure(): () => Measure {
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpuStart);
    return { seconds: (performance.now() - start) / 1e3, cpuSeconds: (user + system) / 1e6 };
  };
}

/** Tells the parent what was measured, with the most memory the process had so far. */
export function tell(measure: Measure, made?: number): void {
  const figures: Figures = {
    ...measure,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    ...(made !== undefined && { made }),
  };
  process.stdout.write(JSON.stringify(figures));
}

/** An argument of the child. */
export function argument(position: number): string {
  return process.argv[position + 2] ?? '';
}
