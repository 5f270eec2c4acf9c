/** What a workload is made of. */
export interface WorkloadProps {
  /** Name of the workload, its Service and its `app.kubernetes.io/name`. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** Labels of every object; pods carry them too. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * Annotations of the Deployment and the Service.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods, for example `prometheus.io/port`; a change restarts them.
   *
   * @default - those of the mesh
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Image of the application container, with tag or digest. */
  readonly image: string;
  /** Service account made for it alone: mesh and cloud know the workload by it. */
  readonly serviceAccountName: string;
  /**
   * Protocol it serves.
   *
   * @default - none: a worker that serves nothing but its health, without a Service
   */
  readonly protocol?: 'http' | 'grpc';
  /**
   * Port it serves on, of its container and its Service; goes with `protocol`.
   *
   * @default - none
   */
  readonly port?: number;
  /**
   * Port on which it answers `/startupz`, `/readyz` and `/livez`.
   *
   * @default 8081
   */
  readonly healthPort?: number;
  /** How many replicas the autoscaler may run. */
  readonly replicas: ReplicaRange;
  /** Processor use of the application container the autoscaler aims at, in percent of its request. */
  readonly cpuTarget: number;
  /** What the application container asks for. */
  readonly resources: ContainerResources;
  /**
   * What the mesh proxy beside it asks for.
   *
   * @default - 100m to 2000m of processor, 128Mi to 1024Mi of memory, as Istio itself installs it
   */
  readonly proxyResources?: ProxyResources;
  /**
   * Environment variables by name.
   *
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Name of a ConfigMap whose keys become environment variables.
   *
   * @default - none
   */
  readonly configMap?: string;
  /**
   * Names of Secrets whose keys become environment variables.
   *
   * @default - none
   */
  readonly secretNames?: readonly string[];
  /** How a replica leaves. */
  readonly graceful: GracefulShutdown;
  /**
   * Replicas a node drain may take at once, a number or a share such as `'25%'`.
   *
   * @default 1
   */
  readonly maxUnavailable?: number | `${number}%`;
}

/** Bounds of an autoscaler. */
export interface ReplicaRange {
  /** Fewest replicas. */
  readonly min: number;
  /** Most replicas. */
  readonly max: number;
}

/** What a container asks for. */
export interface ContainerResources {
  /** Processor requested, for example `'500m'`; there is no limit. */
  readonly cpu: string;
  /** Memory requested, for example `'512Mi'`, and the limit as well. */
  readonly memory: string;
}

/** What a mesh proxy asks for. Istio drops its defaults for all four as soon as one is set. */
export interface ProxyResources {
  /** Processor requested. */
  readonly cpu: string;
  /** Most processor allowed. */
  readonly cpuLimit: string;
  /** Memory requested. */
  readonly memory: string;
  /** Most memory allowed. */
  readonly memoryLimit: string;
}

/** How a replica leaves: it sleeps while callers stop sending, then has the rest of the grace to finish. */
export interface GracefulShutdown {
  /** Seconds between the order to stop and the signal to the application. */
  readonly preStopSeconds: number;
  /** Seconds from the order to stop until the replica is killed. */
  readonly terminationGraceSeconds: number;
}
