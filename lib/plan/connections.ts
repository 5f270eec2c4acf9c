import type { Consumption, Publication, Service } from '../model/service';
import type { OutboundEdge } from './edges';
import type { KafkaPlan } from './kafka-plan';
import { parameterPrefix, secretName, variableName, type Place } from './naming';
import { schemaConnection, type SchemaUse } from './schema-plan';
import { storeConnection, type Connection, type ExternalReach } from './store-connection';
import type { StorePlan } from './store-plan';
import { KAFKA_PORT } from './workload-defaults';

/** What a service reads from its environment, by the way each value crosses from the cloud to the cluster. */
export interface ServiceEnvironment {
  /** Values known when the model is read. */
  readonly literals: Readonly<Record<string, string>>;
  /** Values in SSM: variable to name of the parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values in Secrets Manager: variable to name of the secret. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What a service is connected to. */
export interface ConnectionInput {
  readonly service: Service;
  readonly stores: readonly StorePlan[];
  readonly callees: readonly OutboundEdge[];
  readonly publications: readonly Publication[];
  readonly consumptions: readonly Consumption[];
  /** Registered schemas of its topics. */
  readonly schemas: readonly SchemaUse[];
  readonly kafka?: KafkaPlan;
  /** Address blocks in which stores and brokers live. */
  readonly dataCidrs: readonly string[];
}

/** What a service finds in its environment, and what it reaches outside the mesh. */
export function planConnections(
  place: Place,
  input: ConnectionInput,
): { environment: ServiceEnvironment; reaches: readonly ExternalReach[] } {
  const { service } = input;
  const connections = connectionsOf(place, input);
  const secrets = Object.entries(service.secrets).map(
    ([variable, secret]) => [variable, secretName(place, service.name, secret)] as const,
  );
  return {
    environment: {
      literals: merge([service.config, ...connections.map(({ literals }) => literals)]),
      parameters: merge(connections.map(({ parameters }) => parameters)),
      secrets: merge([Object.fromEntries(secrets)]),
    },
    reaches: connections.flatMap(({ reach }) => reach ?? []),
  };
}

/** Names of the variables that a service finds in its environment without asking for them. */
export function derivedVariables(place: Place, input: ConnectionInput): readonly string[] {
  return connectionsOf(place, input).flatMap(({ literals, parameters }) => [
    ...Object.keys(literals ?? {}),
    ...Object.keys(parameters ?? {}),
  ]);
}

function connectionsOf(place: Place, input: ConnectionInput): readonly Connection[] {
  const { service } = input;
  return [
    { literals: { SERVICE_NAME: service.name, AWS_REGION: place.region } },
    ...input.callees.map((edge) => calleeConnection(edge)),
    ...input.stores.map((store) =>
      storeConnection({ place, service: service.name, dataCidrs: input.dataCidrs }, store),
    ),
    kafkaConnection(place, input),
    schemaConnection(place, uniqueByName(input.schemas)),
  ];
}

/** What is published may be consumed too. */
function uniqueByName(uses: readonly SchemaUse[]): readonly SchemaUse[] {
  return [...new Map(uses.map((use) => [use.name, use])).values()];
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
      hosts: brokerHosts(place, kafka),
      port: KAFKA_PORT,
      protocol: 'TLS',
      cidrs: dataCidrs,
    },
  };
}

/** Hosts of all brokers: those that are built by the domain of MSK, those that exist by the domains of the named ones. */
function brokerHosts({ region }: Place, kafka: KafkaPlan): readonly string[] {
  if (kafka.kind === 'built') return [`*.kafka.${region}.amazonaws.com`];
  const hosts = kafka.bootstrapBrokers
    .split(',')
    .map((broker) => broker.replace(/^[^.]*\./, '*.').replace(/:\d+$/, ''));
  return [...new Set(hosts)].sort();
}

/** Consumer group of a service: one a service, so that each service sees every record. */
export function consumerGroup(service: string): string {
  return service;
}
