import type { Environment } from '../model/environment';

/** Something that waits for the answer to a request from the world. */
export interface Waiting {
  /** What it is, for messages. */
  readonly what: string;
  /** Milliseconds after which it gives up. */
  readonly milliseconds: number;
}

/** Milliseconds that the gateway's route gives an operation that is open to the world; declared calls have their own. */
export const ENTRY_ROUTE_MS = 15_000;
/** Seconds without a byte after which the load balancer closes a connection: its default. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout */
export const LOAD_BALANCER_IDLE_SECONDS = 60;
/** Seconds that the content delivery network waits for an answer; 30 by default, 120 at most. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginResponseTimeout */
export const ORIGIN_RESPONSE_SECONDS = 60;

/** What stands between the world and an operation in an environment, the most impatient first. */
export function waitingForEntries({ edge }: Pick<Environment, 'edge'>): readonly Waiting[] {
  const route = { what: 'the route of the gateway', milliseconds: ENTRY_ROUTE_MS };
  if (edge === 'none') return [route];
  return [
    route,
    { what: 'the load balancer', milliseconds: LOAD_BALANCER_IDLE_SECONDS * 1_000 },
    { what: 'the content delivery network', milliseconds: ORIGIN_RESPONSE_SECONDS * 1_000 },
  ].sort((a, b) => a.milliseconds - b.milliseconds);
}
