import type { FailureIndicator, SuccessIndicator } from './slo-rules-props';

/** A workload of the mesh, as its metrics name it. */
export interface MeasuredWorkload {
  /** Name of the workload and of its Service. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
}

/**
 * HTTP status of what failed by the service's doing: its errors, and requests it turned away because it had too many. What
 * the caller did wrong is no failure.
 *
 * @see https://istio.io/latest/docs/reference/config/metrics/#labels
 */
const HTTP_FAILURES = '5..|429';
/**
 * The same of gRPC, whose HTTP status is 200 whatever happens: UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED,
 * UNIMPLEMENTED, INTERNAL, UNAVAILABLE and DATA_LOSS.
 *
 * @see https://grpc.io/docs/guides/status-codes/
 */
const GRPC_FAILURES = '2|4|8|12|13|14|15';

/** How a service is spoken to. */
export type MeasuredProtocol = 'http' | 'grpc';

/** Answers of a service, as its own proxy counts them. */
export function answersOf(
  { name, namespace }: MeasuredWorkload,
  protocol: MeasuredProtocol,
): FailureIndicator {
  return failuresAmong(
    `reporter="destination",destination_workload="${name}",destination_workload_namespace="${namespace}"`,
    protocol,
  );
}

/**
 * Answers of a service as the proxy of each caller counts them: those included that never reach it, because no replica is
 * there or none can be trusted.
 */
export function answersToCallersOf(
  { name, namespace }: MeasuredWorkload,
  protocol: MeasuredProtocol,
): FailureIndicator {
  const labels = `reporter="source",destination_service_name="${name}",destination_service_namespace="${namespace}"`;
  return { ...failuresAmong(labels, protocol), by: ['source_workload'] };
}

function failuresAmong(labels: string, protocol: MeasuredProtocol): FailureIndicator {
  const requests = (more = ''): string => `istio_requests_total{${labels}${more}}`;
  if (protocol === 'http')
    return { total: requests(), failed: [requests(`,response_code=~"${HTTP_FAILURES}"`)] };
  return {
    total: requests(),
    failed: [
      requests(`,grpc_response_status=~"${GRPC_FAILURES}"`),
      // A request that was refused before it was known to be gRPC has no status of its own.
      requests(`,grpc_response_status="",response_code=~"${HTTP_FAILURES}"`),
    ],
  };
}

/**
 * Answers of a service within a time, as its own proxy counts them. There must be a bucket that ends at that time: see
 * `bucketAnnotation`.
 *
 * @param milliseconds the time, a whole number
 */
export function answersWithin(
  { name, namespace }: MeasuredWorkload,
  milliseconds: number,
): SuccessIndicator {
  const labels = `reporter="destination",destination_workload="${name}",destination_workload_namespace="${namespace}"`;
  const metric = 'istio_request_duration_milliseconds';
  return {
    total: `${metric}_count{${labels}}`,
    // Prometheus 3 writes the bounds of whole numbers with a decimal: 15.0.
    good: `${metric}_bucket{${labels},le=~"${milliseconds}([.]0)?"}`,
  };
}

/**
 * Ends of the buckets of every histogram of Istio, in milliseconds.
 *
 * @see https://github.com/istio/istio/blob/master/pkg/bootstrap/config.go
 */
const BUCKETS: readonly number[] = [
  ...[0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000],
  ...[300_000, 600_000, 1_800_000, 3_600_000],
];

/**
 * The annotation of pods by which their histograms have a bucket that ends at a time; none is needed where one does
 * already.
 *
 * @param milliseconds the time, a whole number
 * @see https://istio.io/latest/docs/reference/config/annotations/#SidecarStatsHistogramBuckets
 */
export function bucketAnnotation(milliseconds: number): Readonly<Record<string, string>> {
  if (BUCKETS.includes(milliseconds)) return {};
  const buckets = [...BUCKETS, milliseconds].sort((a, b) => a - b);
  return { 'sidecar.istio.io/statsHistogramBuckets': JSON.stringify({ istiocustom: buckets }) };
}
