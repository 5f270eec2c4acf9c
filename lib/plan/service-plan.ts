import { formatBytes, formatCpu } from '../core/units';
import type { OperationSpec, Protocol } from '../model/api';
import type { Environment } from '../model/environment';
import type { IdentityProvider } from '../model/identity-provider';
import type { Region } from '../model/regions';
import { digestOf } from '../model/releases';
import type { Service } from '../model/service';
import { planBootstrap, type BootstrapPlan } from './bootstrap-plan';
import { consumerGroup, planConnections, type ServiceEnvironment } from './connections';
import {
  connectionPool,
  inboundEdges,
  outboundEdges,
  type ConnectionPool,
  type InboundEdge,
  type OutboundEdge,
} from './edges';
import { planGrants, planReadGrants, type Grant, type ReadInput } from './grants';
import type { SystemIndex } from './index-of-system';
import type { KafkaPlan } from './kafka-plan';
import { meshHost, roleArn, roleName, secretName, sideRoleName, type Place } from './naming';
import { shutdownFor, type ShutdownPlan } from './shutdown';
import { sizeOf, type ServiceSize } from './sizes';
import { planSlos, type SloPlan } from './slo-plan';
import { planSchemaGrants, schemaUses } from './schema-plan';
import { requestLimit } from './request-limit';
import type { ExternalReach } from './store-connection';
import { planStore, type StorePlan } from './store-plan';
import { isWrittenIn, planTopic, type TopicPlan } from './topic-plan';
import { PORTS } from './workload-defaults';

/** A role in the cloud and what it may do. */
export interface RolePlan {
  /** Name of the role. */
  readonly name: string;
  /** ARN of the role. */
  readonly arn: string;
  /** What it may do. */
  readonly grants: readonly Grant[];
}

/** A secret of a service. */
export interface SecretPlan {
  /** Name in the model. */
  readonly name: string;
  /** Name in Secrets Manager. */
  readonly secret: string;
}

/** Everything that follows from a service in one region. */
export interface ServicePlan extends ServiceSize {
  /** Name of the service. */
  readonly name: string;
  /** The team that owns it. */
  readonly team: string;
  /** Namespace it runs in: its bounded context. */
  readonly namespace: string;
  /** Host inside the mesh. */
  readonly host: string;
  /** Image with digest; with `latest` where nothing is released. */
  readonly image: string;
  /** How it is spoken to; a worker is not. */
  readonly protocol?: Protocol;
  /** Port on which it answers. */
  readonly port: number;
  /** Processor time a replica asks for. */
  readonly cpu: string;
  /** Memory a replica asks for. */
  readonly memory: string;
  /** How a replica stops. */
  readonly shutdown: ShutdownPlan;
  /** What it reads from its environment. */
  readonly environment: ServiceEnvironment;
  /** Role it has in the cloud. */
  readonly role: RolePlan;
  /** Role by which the External Secrets operator reads what the service is given; a service that is given nothing has none. */
  readonly secretsRole?: RolePlan;
  /** Secrets it is given: they are made empty, and filled by people. */
  readonly secrets: readonly SecretPlan[];
  /** The job that prepares its databases; a service that writes none here has none. */
  readonly bootstrap?: BootstrapPlan;
  /** Stores it owns here. */
  readonly stores: readonly StorePlan[];
  /** Topics it owns. */
  readonly topics: readonly TopicPlan[];
  /** All that its contract offers, whether or not somebody asks for it. */
  readonly operations: readonly OperationSpec[];
  /** Most bytes of a request to it; nothing where its contract does not bound them all. */
  readonly maxRequestBytes?: number;
  /** Calls it receives. */
  readonly inbound: readonly InboundEdge[];
  /** Operations open to the world. */
  readonly entries: readonly OperationSpec[];
  /** Whose tokens it believes; nothing where no operation that is asked for needs one. */
  readonly tokens?: IdentityProvider;
  /** Services it calls. */
  readonly outbound: readonly OutboundEdge[];
  /** What it reaches outside the mesh. */
  readonly reaches: readonly ExternalReach[];
  /** How much of it one replica of a caller may use at a time. */
  readonly pool: ConnectionPool;
  /** Share of its replicas that may be taken out for failing, in percent; none of a single one. */
  readonly maxEjectionPercent?: number;
  /** Its promises that the mesh can measure, and when somebody is told of them. */
  readonly slos: readonly SloPlan[];
}

/** What planning a service needs to know of its region. */
export interface ServiceSetting {
  readonly index: SystemIndex;
  readonly environment: Environment;
  readonly region: Region;
  readonly place: Place;
  readonly kafka?: KafkaPlan;
  readonly dataCidrs: readonly string[];
}

/** Plans a service in a region. */
export function planService(setting: ServiceSetting, service: Service): ServicePlan {
  const { index, environment, region, place, kafka, dataCidrs } = setting;
  const { publications, consumptions } = service;
  const stores = (index.storesOf.get(service.name) ?? []).flatMap((store) => {
    const isOutbox = publications.some(({ outbox }) => outbox === store);
    return planStore(environment, region, place, store, isOutbox) ?? [];
  });
  const written = publications.filter(({ topic }) => isWrittenIn(environment, region, topic));
  const schemas = {
    published: schemaUses(environment, place, written),
    consumed: schemaUses(environment, place, consumptions),
  };
  const inbound = inboundEdges(index, service);
  const outbound = outboundEdges(index, service);
  const entries = (index.entries.get(service.name) ?? []).map((operation) => ({ ...operation }));
  const connections = planConnections(place, {
    service,
    stores,
    callees: outbound,
    publications,
    consumptions,
    schemas: [...schemas.published, ...schemas.consumed],
    dataCidrs,
    ...(kafka && { kafka }),
  });
  const secrets = [...new Set(Object.values(service.secrets))].sort();
  const bootstrap = planBootstrap(place, service.name, stores);
  const size = sizeOf(environment, service);
  return {
    ...describe(service, environment, region),
    ...size,
    shutdown: planShutdown(service, inbound),
    environment: connections.environment,
    role: toRole(place, roleName(place, service.name), [
      ...planGrants(place, {
        ...{ consumptions, stores, publications: written, group: consumerGroup(service.name) },
      }),
      ...planSchemaGrants(schemas.published, schemas.consumed),
    ]),
    ...readerRole(place, service.name, {
      parameters: Object.values(connections.environment.parameters),
      secrets,
    }),
    secrets: secrets.map((name) => ({ name, secret: secretName(place, service.name, name) })),
    ...(bootstrap && { bootstrap }),
    stores,
    topics: (index.topicsOf.get(service.name) ?? [])
      .filter((topic) => isWrittenIn(environment, region, topic))
      .map((topic) => planTopic(environment, place, topic)),
    ...offerOf(service),
    inbound,
    entries,
    ...tokensOf(environment, [...inbound.map(({ operation }) => operation), ...entries]),
    outbound,
    reaches: connections.reaches,
    pool: connectionPool(index, environment, service),
    ...ejection(size.replicas.min),
    slos: planSlos(index, service),
  };
}

/** Tokens are checked only where an operation asks for one: others need not know who signs them. */
function tokensOf(
  { identityProvider }: Environment,
  operations: readonly OperationSpec[],
): { readonly tokens?: IdentityProvider } {
  const asked = operations.some(({ authenticated }) => authenticated === true);
  return asked && identityProvider ? { tokens: { ...identityProvider } } : {};
}

function offerOf({ contract }: Service): Pick<ServicePlan, 'operations' | 'maxRequestBytes'> {
  const operations = (contract?.operations ?? []).map((operation) => ({ ...operation }));
  const maxRequestBytes = requestLimit(operations);
  return { operations, ...(maxRequestBytes !== undefined && { maxRequestBytes }) };
}

function toRole(place: Place, name: string, grants: readonly Grant[]): RolePlan {
  return { name, arn: roleArn(place, name), grants };
}

/** The role is apart from the service's own, which needs none of it once its pods have started. */
function readerRole(
  place: Place,
  service: string,
  given: ReadInput,
): { readonly secretsRole?: RolePlan } {
  const grants = planReadGrants(place, given);
  if (grants.length === 0) return {};
  return { secretsRole: toRole(place, sideRoleName(place, service, 'secrets'), grants) };
}

function describe(service: Service, environment: Environment, region: Region) {
  const digest = digestOf(environment.releases, service.name, region);
  return {
    name: service.name,
    team: service.context.team.name,
    namespace: service.context.name,
    host: meshHost(service.name, service.context.name),
    image: digest === undefined ? `${service.image}:latest` : `${service.image}@${digest}`,
    ...(service.contract && { protocol: service.contract.protocol }),
    port: PORTS[service.contract?.protocol ?? 'http'],
    cpu: formatCpu(service.cpu),
    memory: formatBytes(service.memory),
  };
}

function planShutdown({ processing }: Service, inbound: readonly InboundEdge[]): ShutdownPlan {
  return shutdownFor(inbound.reduce((most, { timeout }) => Math.max(most, timeout), processing));
}

/**
 * One replica may be taken out of the fewest; the bound is strict, so with Istio's default of 10 percent nothing is ever
 * taken out of fewer than ten.
 */
function ejection(minReplicas: number): { maxEjectionPercent?: number } {
  return minReplicas < 2 ? {} : { maxEjectionPercent: Math.ceil(100 / minReplicas) };
}
