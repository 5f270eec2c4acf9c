import type { Consumption, Publication, Service } from '../model/service';
import type { OutboundEdge } from './edges';
import type { KafkaPlan } from './kafka-plan';
import { parameterPrefix, secretName, variableName, type Layer, type Place } from './naming';
import type { StorePlan } from './store-plan';
import { HTTPS_PORT, KAFKA_PORT, POSTGRES_PORT, REDIS_PORT } from './workload-defaults';

/** What a service reads from its environment, by the way each value crosses from the cloud to the cluster. */
export interface ServiceEnvironment {
  /** Values known when the model is read. */
  readonly literals: Readonly<Record<string, string>>;
  /** Values in SSM: variable to name of the parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values in Secrets Manager: variable to name of the secret. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Something outside the mesh that a service reaches. */
export interface ExternalReach {
  /** What it is, for example `postgres-orders`. */
  readonly name: string;
  /** Host names as the mesh is told; for plain TCP a name of ours that stands for the addresses. */
  readonly hosts: readonly string[];
  /** Port. */
  readonly port: number;
  /** Whether the mesh can tell hosts apart by the name in the TLS greeting. */
  readonly protocol: 'TLS' | 'TCP';
  /** Address blocks behind it. */
  readonly cidrs: readonly string[];
}

/** Variables, parameters and hosts that one part of a service brings with it. */
interface Connection {
  readonly literals?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly reach?: ExternalReach;
}

/** Everywhere: gateway endpoints lead to AWS's public addresses; the mesh narrows them to the host. */
const ANYWHERE = '0.0.0.0/0';

/** What a service is connected to. */
export interface ConnectionInput {
  readonly service: Service;
  readonly stores: readonly StorePlan[];
  readonly callees: readonly OutboundEdge[];
  readonly publications: readonly Publication[];
  readonly consumptions: readonly Consumption[];
  readonly kafka?: KafkaPlan;
  /** Address blocks in which stores and brokers live. */
  readonly dataCidrs: readonly string[];
}

/** Name of the SSM parameter in which a service's stack publishes a value of a store. */
export function storeParameter(
  place: Place,
  service: string,
  store: StorePlan,
  key: 'host' | 'reader-host' | 'secret-arn',
): string {
  return `${parameterPrefix(place, serviceLayer(service))}/${storeKey(store)}-${key}`;
}

/** Short name of a store with its kind: `postgres-orders`. Stores of two kinds may share a name. */
export function storeKey({ kind, name }: Pick<StorePlan, 'kind' | 'name'>): string {
  const prefix = {
    PostgresDatabase: 'postgres',
    DynamoTable: 'dynamo',
    RedisCache: 'redis',
    ObjectBucket: 'bucket',
  }[kind];
  return `${prefix}-${name}`;
}

/** The layer that holds the data and identity of one service. */
export function serviceLayer(service: string): Layer {
  return `svc-${service}`;
}

/** What a service finds in its environment, and what it reaches outside the mesh. */
export function planConnections(
  place: Place,
  input: ConnectionInput,
): { environment: ServiceEnvironment; reaches: readonly ExternalReach[] } {
  const { service } = input;
  const connections: readonly Connection[] = [
    ...input.callees.map((edge) => calleeConnection(edge)),
    ...input.stores.map((store) => storeConnection(place, service.name, store, input.dataCidrs)),
    kafkaConnection(place, input),
  ];
  const own = { SERVICE_NAME: service.name, AWS_REGION: place.region };
  const secrets = Object.entries(service.secrets).map(
    ([variable, secret]) => [variable, secretName(place, service.name, secret)] as const,
  );
  return {
    environment: {
      literals: merge([service.config, own, ...connections.map(({ literals }) => literals)]),
      parameters: merge(connections.map(({ parameters }) => parameters)),
      secrets: merge([Object.fromEntries(secrets)]),
    },
    reaches: connections.flatMap(({ reach }) => reach ?? []),
  };
}

/** All entries, later ones winning, in the order of their keys. */
function merge(
  records: readonly (Readonly<Record<string, string>> | undefined)[],
): Readonly<Record<string, string>> {
  const entries = new Map(records.flatMap((record) => Object.entries(record ?? {})));
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function calleeConnection({ callee, host, port, fallbacks }: OutboundEdge): Connection {
  const variables = Object.entries(fallbacks).map(
    ([operation, fallback]) =>
      [`FALLBACK_${variableName(callee.name, operation)}`, fallback] as const,
  );
  return {
    literals: {
      [`${variableName(callee.name)}_ADDRESS`]: `${host}:${port}`,
      ...Object.fromEntries(variables),
    },
  };
}

function storeConnection(
  place: Place,
  service: string,
  store: StorePlan,
  dataCidrs: readonly string[],
): Connection {
  const key = storeKey(store);
  const variable = variableName(key);
  const host = { [`${variable}_HOST`]: storeParameter(place, service, store, 'host') };
  switch (store.kind) {
    case 'PostgresDatabase': {
      const reader = {
        [`${variable}_READER_HOST`]: storeParameter(place, service, store, 'reader-host'),
      };
      return {
        literals: {
          [`${variable}_DATABASE`]: store.database,
          [`${variable}_PORT`]: String(POSTGRES_PORT),
          [`${variable}_USER`]: store.user,
        },
        parameters: store.role === 'reader' ? reader : { ...host, ...reader },
        reach: {
          name: key,
          hosts: [`${store.name}.${service}.postgres.internal`],
          port: POSTGRES_PORT,
          protocol: 'TCP',
          cidrs: dataCidrs,
        },
      };
    }
    case 'RedisCache':
      return {
        literals: {
          [`${variable}_NAME`]: store.identifier,
          [`${variable}_PORT`]: String(REDIS_PORT),
          [`${variable}_USER`]: store.user,
        },
        parameters: host,
        reach: {
          name: 'redis',
          hosts: ['*.cache.amazonaws.com'],
          port: REDIS_PORT,
          protocol: 'TLS',
          cidrs: dataCidrs,
        },
      };
    case 'DynamoTable':
      return {
        literals: { [`${variable}_TABLE`]: store.table },
        reach: {
          name: 'dynamodb',
          hosts: [`dynamodb.${place.region}.amazonaws.com`],
          port: HTTPS_PORT,
          protocol: 'TLS',
          cidrs: [ANYWHERE],
        },
      };
    case 'ObjectBucket':
      return {
        literals: { [`${variable}_NAME`]: store.bucket },
        reach: {
          name: key,
          hosts: [`${store.bucket}.s3.${place.region}.amazonaws.com`],
          port: HTTPS_PORT,
          protocol: 'TLS',
          cidrs: [ANYWHERE],
        },
      };
  }
}

function kafkaConnection(
  place: Place,
  { service, publications, consumptions, kafka, dataCidrs }: ConnectionInput,
): Connection {
  if (kafka === undefined || publications.length + consumptions.length === 0) return {};
  const literals = Object.fromEntries(
    [...publications, ...consumptions].map(({ topic }) => [
      `TOPIC_${variableName(topic.name)}`,
      topic.name,
    ]),
  );
  if (kafka.kind === 'existing') literals['KAFKA_BROKERS'] = kafka.bootstrapBrokers;
  if (consumptions.length > 0) literals['KAFKA_GROUP'] = consumerGroup(service.name);
  return {
    literals,
    ...(kafka.kind === 'built' && {
      parameters: { KAFKA_BROKERS: `${parameterPrefix(place, 'kafka')}/bootstrap-brokers` },
    }),
    reach: {
      name: 'kafka',
      hosts: [`*.kafka.${place.region}.amazonaws.com`],
      port: KAFKA_PORT,
      protocol: 'TLS',
      cidrs: dataCidrs,
    },
  };
}

/** Consumer group of a service: one a service, so that each service sees every record. */
export function consumerGroup(service: string): string {
  return service;
}
