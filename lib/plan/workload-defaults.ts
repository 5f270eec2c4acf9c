/** What the mesh's proxy beside each replica asks for: Istio's own defaults. @see https://istio.io/latest/docs/ops/deployment/performance-and-scalability/ */
export const PROXY = { cpuMillis: 100, memoryBytes: 128 * 2 ** 20 } as const;
/** Port on which a service answers requests, by protocol. */
export const PORTS = { http: 8080, grpc: 9090 } as const;
/** Share of the requested processor time at which replicas are added, in percent. */
export const CPU_TARGET_PERCENT = 70;
/** Extra replicas while a new version rolls out, as a share of the replicas. @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge */
export const MAX_SURGE = 0.25;
/** Seconds a stopping replica still takes requests, until every proxy has heard that it stops. */
export const PRE_STOP_SECONDS = 10;
/** Seconds left for a stopping replica after its last request. */
export const SHUTDOWN_MARGIN_SECONDS = 5;
/** Fewest seconds until a stopping replica is killed: Kubernetes' own default, enough for requests of 15 seconds. @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination */
export const MIN_GRACE_SECONDS = 30;
/** Port of Kafka brokers with IAM authentication. @see https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
export const KAFKA_PORT = 9098;
/** Port of PostgreSQL. */
export const POSTGRES_PORT = 5432;
/** Port of Redis. */
export const REDIS_PORT = 6379;
/** Port of the interfaces of AWS. */
export const HTTPS_PORT = 443;
