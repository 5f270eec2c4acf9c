import type { k8s } from 'cdk8s-plus-28';
import { compareText } from '../../core/finding';
import { formatBytes, formatCpu, parseBytes, parseCpu } from '../../core/units';
import { NAME_LABEL } from '../support/metadata';
import type { Wire } from '../support/wire';
import { DEFAULT_HEALTH_PORT, DEFAULT_PROXY_RESOURCES } from './workload-checks';
import type { GracefulShutdown, WorkloadProps } from './workload-props';

/** Name of the container the application runs in. */
export const APP_CONTAINER = 'app';

/** A container that may sleep before it stops: the field is younger than the typed classes. */
interface AppContainer extends Omit<Wire<k8s.Container>, 'lifecycle'> {
  /** @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations */
  readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
}

/** A pod of such containers. */
interface AppPodSpec extends Omit<Wire<k8s.PodSpec>, 'containers'> {
  readonly containers: readonly AppContainer[];
}

/** What every replica of a workload looks like. */
export interface PodTemplate {
  /** Labels and annotations of the pods. */
  readonly metadata: {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  /** The pods themselves. */
  readonly spec: AppPodSpec;
}

/** The address of the Pod Identity agent: credentials are fetched past the proxy, which would refuse them. */
const POD_IDENTITY_AGENT = '169.254.170.23/32';
/** Enough for scratch files; a pod that writes more is evicted before it fills the node. */
const SCRATCH_SIZE = '256Mi';

/** Seconds a proxy drains of itself. */
const SHORTEST_DRAIN = 5;

/** Renders what every replica of a workload looks like. */
export function renderPodTemplate(props: WorkloadProps): PodTemplate {
  return {
    metadata: {
      labels: { ...props.labels, [NAME_LABEL]: props.name },
      annotations: { ...props.podAnnotations, ...meshAnnotations(props) },
    },
    spec: {
      serviceAccountName: props.serviceAccountName,
      automountServiceAccountToken: false,
      // With a thousand services, a variable for each would not fit a process environment.
      enableServiceLinks: false,
      terminationGracePeriodSeconds: props.graceful.terminationGraceSeconds,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      topologySpreadConstraints: [
        spread(props.name, 'topology.kubernetes.io/zone', 'DoNotSchedule'),
        spread(props.name, 'kubernetes.io/hostname', 'ScheduleAnyway'),
      ],
      containers: [appContainer(props)],
      volumes: [{ name: 'tmp', emptyDir: { sizeLimit: SCRATCH_SIZE } }],
    },
  };
}

function meshAnnotations(props: WorkloadProps): Readonly<Record<string, string>> {
  const proxy = props.proxyResources ?? DEFAULT_PROXY_RESOURCES;
  return {
    'traffic.sidecar.istio.io/excludeOutboundIPRanges': POD_IDENTITY_AGENT,
    'sidecar.istio.io/proxyCPU': cpu(proxy.cpu),
    'sidecar.istio.io/proxyCPULimit': cpu(proxy.cpuLimit),
    'sidecar.istio.io/proxyMemory': memory(proxy.memory),
    'sidecar.istio.io/proxyMemoryLimit': memory(proxy.memoryLimit),
    'proxy.istio.io/config': JSON.stringify(proxyConfig(props.graceful)),
  };
}

/**
 * The proxy starts before the application and leaves after it. A native sidecar does both of
 * itself and ignores the first; the others matter where the proxy is a plain container.
 */
function proxyConfig({ preStopSeconds }: GracefulShutdown): object {
  return {
    holdApplicationUntilProxyStarts: true,
    proxyMetadata: {
      EXIT_ON_ZERO_ACTIVE_CONNECTIONS: 'true',
      MINIMUM_DRAIN_DURATION: `${Math.max(preStopSeconds, SHORTEST_DRAIN)}s`,
    },
  };
}

/** Counting only pods of one revision keeps a rolling update from blocking itself. */
function spread(
  name: string,
  topologyKey: string,
  whenUnsatisfiable: string,
): Wire<k8s.TopologySpreadConstraint> {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { [NAME_LABEL]: name } },
    matchLabelKeys: ['pod-template-hash'],
  };
}

function appContainer(props: WorkloadProps): AppContainer {
  const { healthPort = DEFAULT_HEALTH_PORT, graceful } = props;
  const requestedMemory = memory(props.resources.memory);
  return {
    name: APP_CONTAINER,
    image: props.image,
    ports: [...servedPort(props), { name: 'health', containerPort: healthPort }],
    env: variables(props.environment),
    envFrom: sources(props),
    resources: {
      requests: { cpu: cpu(props.resources.cpu), memory: requestedMemory },
      // Memory cannot be taken back, so it is limited; processor can, so a limit would only slow.
      limits: { memory: requestedMemory },
    },
    ...probes(),
    lifecycle:
      graceful.preStopSeconds === 0
        ? undefined
        : { preStop: { sleep: { seconds: graceful.preStopSeconds } } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

function servedPort({ protocol, port }: WorkloadProps): readonly Wire<k8s.ContainerPort>[] {
  return protocol === undefined || port === undefined
    ? []
    : [{ name: protocol, containerPort: port }];
}

/** Sorted, so that the order in which variables were written restarts nothing. */
function variables(
  environment: Readonly<Record<string, string>> = {},
): readonly Wire<k8s.EnvVar>[] | undefined {
  const entries = Object.entries(environment).sort(([a], [b]) => compareText(a, b));
  return entries.length === 0 ? undefined : entries.map(([name, value]) => ({ name, value }));
}

function sources({
  configMap,
  secretNames = [],
}: WorkloadProps): readonly Wire<k8s.EnvFromSource>[] | undefined {
  const all = [
    ...(configMap === undefined ? [] : [{ configMapRef: { name: configMap } }]),
    ...secretNames.map((name) => ({ secretRef: { name } })),
  ];
  return all.length === 0 ? undefined : all;
}

/** Two minutes to start, 15 s until traffic stops, 30 s until a restart: a slow pod is spared first. */
function probes(): Pick<AppContainer, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const get = (path: string): Wire<k8s.HttpGetAction> => ({ path, port: 'health' });
  return {
    startupProbe: { httpGet: get('/startupz'), periodSeconds: 2, failureThreshold: 60 },
    readinessProbe: { httpGet: get('/readyz'), periodSeconds: 5, failureThreshold: 3 },
    livenessProbe: { httpGet: get('/livez'), periodSeconds: 10, failureThreshold: 3 },
  };
}

function cpu(text: string): string {
  const quantity = parseCpu(text);
  return quantity.ok ? formatCpu(quantity.value) : text;
}

function memory(text: string): string {
  const quantity = parseBytes(text);
  return quantity.ok ? formatBytes(quantity.value) : text;
}
