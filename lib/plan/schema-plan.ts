import type { Environment } from '../model/environment';
import type { Compatibility, EventFormat } from '../model/event-schema';
import type { Region } from '../model/regions';
import type { Consumption, Publication } from '../model/service';
import type { Topic } from '../model/topic';
import type { Grant, GrantResource } from './grants';
import { environmentPrefix, variableName, type Place } from './naming';
import { awsReach, type Connection } from './store-connection';

/** The schema of a topic's records, as the registry has it. */
export interface SchemaPlan {
  /** Name of the schema: that of the topic, which serializers take unless told another. */
  readonly name: string;
  /** ARN of the registry. */
  readonly registryArn: string;
  /** Full name of the event. */
  readonly event: string;
  /** How it is written. */
  readonly dataFormat: EventFormat;
  /** What a new version must get along with. */
  readonly compatibility: Compatibility;
  /** Text of the schema. */
  readonly definition: string;
}

/** A registered schema that a service uses. */
export interface SchemaUse {
  /** Name of the topic and of the schema. */
  readonly name: string;
  /** Region of the registry: where the topic is written, for records name their schema by an id of that registry. */
  readonly region: Region;
  /** Name of the registry. */
  readonly registry: string;
  /** ARN of the registry. */
  readonly registryArn: string;
  /** ARN of the schema. */
  readonly schemaArn: string;
}

/** The schema of a topic in the region it is written in; nothing where nothing describes its records, or the cluster is not ours. */
export function planSchema(
  environment: Environment,
  place: Place,
  topic: Topic,
): SchemaPlan | undefined {
  const { event, compatibility = 'BACKWARD' } = topic;
  const use = useOf(environment, place, topic);
  if (event === undefined || use === undefined) return undefined;
  const { name, registryArn } = use;
  const { name: full, format, schema } = event;
  return {
    ...{ name, registryArn, event: full, compatibility },
    ...{ dataFormat: format, definition: schema },
  };
}

/** The registered schemas of topics, each once. */
export function schemaUses(
  environment: Environment,
  place: Place,
  edges: readonly (Publication | Consumption)[],
): readonly SchemaUse[] {
  const topics = new Map(edges.map(({ topic }) => [topic.name, topic]));
  return [...topics.values()]
    .flatMap((topic) => useOf(environment, place, topic) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function useOf(
  environment: Environment,
  place: Place,
  { name, event, placement }: Topic,
): SchemaUse | undefined {
  const { account } = place;
  const copied = placement?.kind === 'primary' && environment.regions.length > 1;
  const region = copied ? placement.region : (place.region as Region);
  if (event === undefined || environment.existingIn(region).kafka !== undefined) return undefined;
  const registry = environmentPrefix(place);
  const arn = (what: string): string => `arn:aws:glue:${region}:${account}:${what}`;
  return {
    ...{ name, region, registry, registryArn: arn(`registry/${registry}`) },
    schemaArn: arn(`schema/${registry}/${name}`),
  };
}

/**
 * What serializers and deserializers ask the registry: who publishes finds the id of the schema it was built with, who
 * consumes finds the schema of the id in a record. The latter is asked for by id alone, so that no resource can be named.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html
 */
export function planSchemaGrants(
  published: readonly SchemaUse[],
  consumed: readonly SchemaUse[],
): readonly Grant[] {
  const arn = (text: string): GrantResource => ({ kind: 'arn', arn: text });
  const registries = [...new Set(published.map(({ registryArn }) => registryArn))];
  const grants: Grant[] = [];
  if (published.length > 0)
    grants.push({
      sid: 'SchemasToPublish',
      actions: ['glue:GetSchemaByDefinition'],
      resources: [...registries, ...published.map(({ schemaArn }) => schemaArn)].map(arn),
    });
  if (consumed.length > 0)
    grants.push({
      sid: 'SchemasToConsume',
      actions: ['glue:GetSchemaVersion'],
      resources: [arn('*')],
    });
  return grants;
}

/** Where a service finds the schemas it uses: the registry by name, and its region where it is another. */
export function schemaConnection({ region }: Place, uses: readonly SchemaUse[]): Connection {
  const [first] = uses;
  if (first === undefined) return {};
  const elsewhere = uses.filter((use) => use.region !== region);
  const hosts = [...new Set(uses.map((use) => `glue.${use.region}.amazonaws.com`))].sort();
  return {
    literals: {
      SCHEMA_REGISTRY: first.registry,
      ...Object.fromEntries(
        elsewhere.map((use) => [`TOPIC_${variableName(use.name)}_SCHEMA_REGION`, use.region]),
      ),
    },
    reach: awsReach('glue', hosts),
  };
}
