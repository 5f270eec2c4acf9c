import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import type { Quantity } from '../../core/units';
import { parseBytes, parseCpu } from '../../core/units';
import {
  assertIdentity,
  assertName,
  assertPort,
  assertVariableNames,
  assertWhole,
  INT32_MAX,
} from '../support/checks';
import type { ProxyResources, ReplicaRange, WorkloadProps } from './workload-props';

/** The health port of a workload that names none. */
export const DEFAULT_HEALTH_PORT = 8081;
/** What Istio itself gives a proxy that nobody sized. */
export const DEFAULT_PROXY_RESOURCES: ProxyResources = {
  cpu: '100m',
  cpuLimit: '2000m',
  memory: '128Mi',
  memoryLimit: '1024Mi',
};

/** Throws when a workload cannot be built as asked. */
export function assertWorkload(scope: Scoped, props: WorkloadProps): void {
  assertIdentity(scope, props, 'kubernetesService');
  assertName(scope, 'serviceAccountName', props.serviceAccountName, 'kubernetesName');
  assertSources(scope, props);
  assertVariableNames(scope, 'environment', Object.keys(props.environment ?? {}));
  assertPorts(scope, props);
  assertScaling(scope, props);
  assertResources(scope, props);
  assertGraceful(scope, props);
}

function assertSources(scope: Scoped, { configMap, secretNames = [] }: WorkloadProps): void {
  if (configMap !== undefined) assertName(scope, 'configMap', configMap, 'kubernetesName');
  secretNames.forEach((name, index) => {
    assertName(scope, `secretNames[${index}]`, name, 'kubernetesName');
  });
}

function assertPorts(scope: Scoped, props: WorkloadProps): void {
  const { protocol, port, healthPort = DEFAULT_HEALTH_PORT } = props;
  assertPort(scope, 'healthPort', healthPort);
  if (port === undefined && protocol === undefined) return;
  if (port === undefined) {
    const problem = `protocol is '${String(protocol)}' and port is absent`;
    throw new PlatformError(scope, problem, 'pass the port it serves on');
  }
  if (protocol === undefined) {
    const problem = `port is ${port} and protocol is absent`;
    throw new PlatformError(scope, problem, "pass protocol 'http' or 'grpc', a worker has no port");
  }
  assertPort(scope, 'port', port);
  if (port === healthPort) {
    const problem = `port and healthPort are both ${port}`;
    throw new PlatformError(scope, problem, 'serve health on a port callers cannot reach');
  }
}

function assertScaling(
  scope: Scoped,
  { replicas, cpuTarget, maxUnavailable }: WorkloadProps,
): void {
  const { min, max } = replicas;
  const fix = 'pass bounds the autoscaler can move between';
  assertWhole(scope, { prop: 'replicas.min', value: min, min: 1, max: INT32_MAX, fix });
  assertWhole(scope, { prop: 'replicas.max', value: max, min, max: INT32_MAX, fix });
  const room = 'aim below full use, so that there is time to start replicas';
  assertWhole(scope, { prop: 'cpuTarget', value: cpuTarget, min: 1, max: 100, fix: room });
  assertBudget(scope, replicas, maxUnavailable);
}

/** A budget of nothing blocks every drain for ever; a budget of everything protects nothing. */
function assertBudget(
  scope: Scoped,
  { min }: ReplicaRange,
  budget: WorkloadProps['maxUnavailable'] = 1,
): void {
  const most = Math.max(1, min - 1);
  const share = typeof budget === 'number' ? undefined : /^(\d{1,3})%$/.exec(budget)?.[1];
  // The disruption controller rounds a share up.
  const count = typeof budget === 'number' ? budget : Math.ceil((min * Number(share)) / 100);
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  throw new PlatformError(
    scope,
    `maxUnavailable is ${budget}, of ${min} replicas a drain may take 1 to ${most}`,
    'pass a whole number or share within that, or raise replicas.min',
  );
}

function assertResources(scope: Scoped, { resources, proxyResources }: WorkloadProps): void {
  const proxy = proxyResources ?? DEFAULT_PROXY_RESOURCES;
  amount(scope, 'resources.cpu', parseCpu(resources.cpu));
  amount(scope, 'resources.memory', parseBytes(resources.memory));
  for (const [request, limit, parse] of [
    ['cpu', 'cpuLimit', parseCpu],
    ['memory', 'memoryLimit', parseBytes],
  ] as const) {
    const requested = amount(scope, `proxyResources.${request}`, parse(proxy[request]));
    const most = amount(scope, `proxyResources.${limit}`, parse(proxy[limit]));
    if (requested <= most) continue;
    const problem = `proxyResources.${request} is ${proxy[request]}, above ${limit} ${proxy[limit]}`;
    throw new PlatformError(scope, problem, `raise ${limit} or lower ${request}`);
  }
}

function amount(scope: Scoped, prop: string, quantity: Quantity): number {
  if (!quantity.ok) throw new PlatformError(scope, `${prop} ${quantity.problem}`, quantity.fix);
  return quantity.value;
}

function assertGraceful(scope: Scoped, { graceful }: WorkloadProps): void {
  const { preStopSeconds, terminationGraceSeconds } = graceful;
  const fix = 'pass the seconds callers need to learn that the replica leaves';
  const prop = 'graceful.preStopSeconds';
  assertWhole(scope, { prop, value: preStopSeconds, min: 0, max: INT32_MAX - 1, fix });
  assertWhole(scope, {
    prop: 'graceful.terminationGraceSeconds',
    value: terminationGraceSeconds,
    min: preStopSeconds + 1,
    max: INT32_MAX,
    fix: 'make it the sleep before the stop and the longest request together',
  });
}
