import { assertWorkload } from '../../../lib/k8s/workload/workload-checks';
import type { WorkloadProps } from '../../../lib/k8s/workload/workload-props';
import { service, worker } from './props';

const check = (change: Partial<WorkloadProps>) => () => {
  assertWorkload({ node: { path: 'test/Orders' } }, { ...service, ...change });
};
const proxy = { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi' };
const INT32_MAX = 2_147_483_647;

test.each<Partial<WorkloadProps>>([
  {},
  worker,
  { name: 'a'.repeat(63) },
  { replicas: { min: 1, max: 1 } },
  { replicas: { min: 2, max: INT32_MAX } },
  { cpuTarget: 1 },
  { cpuTarget: 100 },
  { port: 1 },
  { port: 65_535 },
  { healthPort: 1 },
  { healthPort: 65_535 },
  { configMap: 'settings.v1', secretNames: ['a', 'b'] },
  { environment: { LOG_LEVEL: 'info' } },
  { graceful: { preStopSeconds: 0, terminationGraceSeconds: 1 } },
  { graceful: { preStopSeconds: 10, terminationGraceSeconds: 11 } },
  { replicas: { min: 3, max: 9 }, maxUnavailable: 2 },
  { replicas: { min: 1, max: 9 }, maxUnavailable: 1 },
  { replicas: { min: 3, max: 9 }, maxUnavailable: '66%' },
  { replicas: { min: 3, max: 9 }, maxUnavailable: '1%' },
  { replicas: { min: 1, max: 1 }, maxUnavailable: '100%' },
  { proxyResources: { ...proxy, cpu: '200m', memory: '128Mi' } },
])('takes %j', (change) => {
  expect(check(change)).not.toThrow();
});

test.each<[Partial<WorkloadProps>, string]>([
  [
    { name: 'a'.repeat(64) },
    `name '${'a'.repeat(64)}' has 64 characters, a Kubernetes Service has at most 63; use at most 63 characters: lower-case letters, digits and hyphens, a letter first`,
  ],
  [
    { replicas: { min: 0, max: 3 } },
    'replicas.min is 0, it must be a whole number from 1 to 2147483647; pass bounds the autoscaler can move between',
  ],
  [
    { replicas: { min: 3, max: 2 } },
    'replicas.max is 2, it must be a whole number from 3 to 2147483647; pass bounds the autoscaler can move between',
  ],
  [
    { cpuTarget: 0 },
    'cpuTarget is 0, it must be a whole number from 1 to 100; aim below full use, so that there is time to start replicas',
  ],
  [
    { cpuTarget: 101 },
    'cpuTarget is 101, it must be a whole number from 1 to 100; aim below full use, so that there is time to start replicas',
  ],
  [
    { port: 0 },
    'port is 0, it must be a whole number from 1 to 65535; pass the port the container listens on',
  ],
  [
    { healthPort: 65_536 },
    'healthPort is 65536, it must be a whole number from 1 to 65535; pass the port the container listens on',
  ],
  [
    { port: 8081 },
    'port and healthPort are both 8081; serve health on a port callers cannot reach',
  ],
  [{ port: undefined }, "protocol is 'http' and port is absent; pass the port it serves on"],
  [
    { protocol: undefined },
    "port is 8080 and protocol is absent; pass protocol 'http' or 'grpc', a worker has no port",
  ],
  [
    { maxUnavailable: 0 },
    'maxUnavailable is 0, of 3 replicas a drain may take 1 to 2; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { maxUnavailable: 3 },
    'maxUnavailable is 3, of 3 replicas a drain may take 1 to 2; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { maxUnavailable: '0%' },
    'maxUnavailable is 0%, of 3 replicas a drain may take 1 to 2; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { maxUnavailable: '67%' },
    'maxUnavailable is 67%, of 3 replicas a drain may take 1 to 2; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { maxUnavailable: '2.5%' },
    'maxUnavailable is 2.5%, of 3 replicas a drain may take 1 to 2; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { replicas: { min: 1, max: 1 }, maxUnavailable: 2 },
    'maxUnavailable is 2, of 1 replicas a drain may take 1 to 1; pass a whole number or share within that, or raise replicas.min',
  ],
  [
    { graceful: { preStopSeconds: -1, terminationGraceSeconds: 45 } },
    'graceful.preStopSeconds is -1, it must be a whole number from 0 to 2147483646; pass the seconds callers need to learn that the replica leaves',
  ],
  [
    { graceful: { preStopSeconds: 10, terminationGraceSeconds: 10 } },
    'graceful.terminationGraceSeconds is 10, it must be a whole number from 11 to 2147483647; make it the sleep before the stop and the longest request together',
  ],
  [
    { proxyResources: { ...proxy, cpu: '201m' } },
    'proxyResources.cpu is 201m, above cpuLimit 200m; raise cpuLimit or lower cpu',
  ],
  [
    { proxyResources: { ...proxy, memory: '129Mi' } },
    'proxyResources.memory is 129Mi, above memoryLimit 128Mi; raise memoryLimit or lower memory',
  ],
])('refuses %j', (change, message) => {
  expect(check(change)).toThrow(`[test/Orders] ${message}`);
});

test.each<[Partial<WorkloadProps>, string]>([
  [{ namespace: 'Ordering' }, "namespace 'Ordering' is not a Kubernetes namespace"],
  [{ labels: { a: 'b c' } }, "labels['a'] 'b c' is not a Kubernetes label value"],
  [{ serviceAccountName: 'A' }, "serviceAccountName 'A' is not a Kubernetes object"],
  [{ configMap: 'A' }, "configMap 'A' is not a Kubernetes object"],
  [{ secretNames: ['a', 'B'] }, "secretNames[1] 'B' is not a Kubernetes object"],
  [{ environment: { 'A-B': '' } }, "environment has the key 'A-B'"],
  [{ resources: { cpu: 'much', memory: '1Gi' } }, "resources.cpu 'much' is not a CPU quantity"],
  [{ resources: { cpu: '1', memory: '1' } }, "resources.memory '1' is not an amount of bytes"],
  [{ proxyResources: { ...proxy, cpuLimit: '' } }, "proxyResources.cpuLimit '' is not a CPU"],
])('names what is wrong in %j', (change, message) => {
  expect(check(change)).toThrow(`[test/Orders] ${message}`);
});
