import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { fitName } from '../lib/core/names';
import {
  CallerAccess,
  EgressScope,
  HashedConfigMap,
  KafkaTopic,
  ParameterSecret,
  RequestLimit,
  ServiceRoutes,
  TokenCheck,
  UndeclaredCallers,
  Workload,
  WorkloadNetworkPolicy,
} from '../lib/k8s';
import {
  CPU_TARGET_PERCENT,
  INGRESS,
  MIN_INSYNC_REPLICAS,
  REPLICATION_FACTOR,
  RUNBOOKS,
  type Peer,
  type RegionPlan,
  type ServicePlan,
} from '../lib/plan';
import { addBootstrap } from './bootstrap';
import { labelsOf } from './labels';
import { KAFKA_NAMESPACE } from './platform-chart';
import { allowedCallers, routesTo } from './routes';
import { addSlos, bucketsOf } from './slos';

/** Time for a request that no declared route matches; it is never repeated. */
const DEFAULT_TIMEOUT = '15s';

/** What the objects of one service have in common. */
interface Identity {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What the chart is made of. */
export interface ServiceChartProps {
  /** The region. */
  readonly plan: RegionPlan;
  /** The service. */
  readonly service: ServicePlan;
}

/** The manifests of one service in a region: its workload, its topics, every declared edge it is an end of, and who is told when its promises are at risk. */
export class ServiceChart extends Chart {
  public constructor(scope: Construct, id: string, props: ServiceChartProps) {
    super(scope, id);
    const { plan, service } = props;
    const { name, namespace } = service;
    const identity: Identity = { name, namespace, labels: labelsOf(plan, name, service.team) };
    this.addWorkload(plan, service, identity);
    if (service.bootstrap) addBootstrap(this, plan, service.bootstrap, service);
    this.addTopics(service, identity);
    this.addMesh(service, identity);
    addSlos(this, service, identity.labels);
    this.addCallersWatch(service, identity);
    new WorkloadNetworkPolicy(this, 'NetworkPolicy', {
      ...identity,
      ingress: callersOf(service).map((caller) => ({ ...caller, port: service.port })),
      egress: [
        ...service.outbound.map(({ callee, port }) => ({ ...callee, port })),
        ...addressesOf(service),
      ],
    });
  }

  private addWorkload(plan: RegionPlan, service: ServicePlan, identity: Identity): void {
    const { literals, parameters, secrets } = service.environment;
    const config = new HashedConfigMap(this, 'Config', { ...identity, data: literals });
    const secret = service.secretsRole
      ? new ParameterSecret(this, 'Connections', {
          ...identity,
          name: `${identity.name}-connections`,
          region: plan.region,
          roleArn: service.secretsRole.arn,
          parameters,
          secrets,
        })
      : undefined;
    new Workload(this, 'Workload', {
      ...identity,
      image: service.image,
      serviceAccountName: identity.name,
      podAnnotations: bucketsOf(service),
      ...(service.protocol && { protocol: service.protocol, port: service.port }),
      replicas: service.replicas,
      cpuTarget: CPU_TARGET_PERCENT,
      resources: { cpu: service.cpu, memory: service.memory },
      configMap: config.configMapName,
      ...(secret && { secretNames: [secret.secretName] }),
      graceful: {
        preStopSeconds: service.shutdown.preStopSeconds,
        terminationGraceSeconds: service.shutdown.graceSeconds,
      },
    });
  }

  /** A worker answers nobody, so nobody can call it. */
  private addCallersWatch(service: ServicePlan, identity: Identity): void {
    const { name, team, protocol } = service;
    if (protocol === undefined) return;
    new UndeclaredCallers(this, 'UndeclaredCallers', {
      ...identity,
      name: fitName([name, 'callers'], 'kubernetesName'),
      ...{ service: name, team, runbook: `${RUNBOOKS}/${name}` },
      declared: callersOf(service),
    });
  }

  private addTopics({ topics }: ServicePlan, { labels }: Identity): void {
    for (const topic of topics) {
      new KafkaTopic(this, topic.name, {
        name: topic.name,
        namespace: KAFKA_NAMESPACE,
        labels,
        topicName: topic.name,
        partitions: topic.partitions,
        replicas: REPLICATION_FACTOR,
        config: { 'min.insync.replicas': MIN_INSYNC_REPLICAS, 'retention.ms': topic.retentionMs },
      });
    }
  }

  private addMesh(service: ServicePlan, identity: Identity): void {
    const { protocol, port, pool, maxEjectionPercent, outbound, reaches } = service;
    new CallerAccess(this, 'Callers', { ...identity, allow: allowedCallers(service) });
    if (service.maxRequestBytes !== undefined)
      new RequestLimit(this, 'RequestLimit', { ...identity, maxBytes: service.maxRequestBytes });
    if (service.tokens) new TokenCheck(this, 'Tokens', { ...identity, ...service.tokens });
    new EgressScope(this, 'Egress', {
      ...identity,
      hosts: [
        ...outbound.map(({ callee, host }) => `${callee.namespace}/${host}`),
        ...reaches.flatMap(({ hosts }) => hosts.map((host) => `./${host}`)),
      ],
    });
    if (protocol === undefined) return;
    new ServiceRoutes(this, 'Routes', {
      ...identity,
      protocol,
      port,
      routes: routesTo(service),
      defaultTimeout: DEFAULT_TIMEOUT,
      connectionPool: {
        maxConnections: pool.maxRequests,
        http1MaxPendingRequests: pool.maxPending,
        http2MaxRequests: pool.maxRequests,
        maxRetries: pool.maxRetries,
      },
      ...(maxEjectionPercent !== undefined && {
        outlierDetection: {
          consecutive5xxErrors: 5,
          interval: '10s',
          baseEjectionTime: '30s',
          maxEjectionPercent,
        },
      }),
    });
  }
}

/** The address blocks outside the mesh that a service reaches, each once a port: stores of one kind share theirs. */
function addressesOf({ reaches }: ServicePlan): readonly { cidr: string; port: number }[] {
  const addresses = reaches.flatMap(({ cidrs, port }) => cidrs.map((cidr) => ({ cidr, port })));
  return [...new Map(addresses.map((each) => [`${each.cidr}:${each.port}`, each])).values()];
}

/** The workloads that reach a service, each once. */
function callersOf({ inbound, entries }: ServicePlan): readonly Peer[] {
  const callers = [
    ...inbound.map(({ caller }) => caller),
    ...(entries.length > 0 ? [INGRESS] : []),
  ];
  return [...new Map(callers.map((peer) => [`${peer.namespace}/${peer.name}`, peer])).values()];
}
