import { MIN_GRACE_SECONDS, PRE_STOP_SECONDS, SHUTDOWN_MARGIN_SECONDS } from './workload-defaults';

/** How a replica stops. */
export interface ShutdownPlan {
  /** Seconds it still takes requests. */
  readonly preStopSeconds: number;
  /** Seconds until it is killed. */
  readonly graceSeconds: number;
}

/**
 * Seconds from the notice that a node is taken away to its end.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html
 */
export const NOTICE_SECONDS = 120;

/** How a replica stops: long enough to finish the longest request or message it took before the last proxy heard of it. */
export function shutdownFor(longestMs: number): ShutdownPlan {
  const grace = PRE_STOP_SECONDS + Math.ceil(longestMs / 1_000) + SHUTDOWN_MARGIN_SECONDS;
  return { preStopSeconds: PRE_STOP_SECONDS, graceSeconds: Math.max(MIN_GRACE_SECONDS, grace) };
}

/** Milliseconds of the longest request that a replica can finish within the notice. */
export function longestWithinNotice(): number {
  return (NOTICE_SECONDS - PRE_STOP_SECONDS - SHUTDOWN_MARGIN_SECONDS) * 1_000;
}
