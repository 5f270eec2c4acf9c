import { compareText } from '../../core/finding';
import type { EventFormat, EventSchema } from '../../model/event-schema';
import type { Topic } from '../../model/topic';
import type { SystemView } from '../../model/view';
import type { JsonObject, JsonValue } from '../document';
import { escapePointer } from '../text/structured-text';

/** How the payload of an event is described. */
const SCHEMA_FORMATS: Readonly<Record<EventFormat, string>> = {
  AVRO: 'application/vnd.apache.avro;version=1.9.0',
  JSON: 'application/schema+json;version=draft-07',
  PROTOBUF: 'application/vnd.google.protobuf;version=3',
};

/**
 * The topics of a system as an AsyncAPI document: a channel for each topic, an operation for each service that publishes
 * or consumes it. A topic whose event is not described has a message without payload.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
export function systemAsyncApi({ system, topics, services }: SystemView): JsonObject {
  const operations = services.flatMap((service) => [
    ...service.publications.map(({ topic }) => operation(service.name, 'send', topic)),
    ...service.consumptions.map(({ topic }) => operation(service.name, 'receive', topic)),
  ]);
  return {
    asyncapi: '3.0.0',
    info: { title: system.name, version: '1.0.0', description: `The topics of ${system.name}.` },
    defaultContentType: 'application/octet-stream',
    channels: Object.fromEntries(topics.map((topic) => [topic.name, channel(topic)])),
    operations: Object.fromEntries(operations.sort(([a], [b]) => compareText(a, b))),
    components: {
      messages: Object.fromEntries(topics.map((topic) => [messageName(topic), message(topic)])),
    },
  };
}

function channel(topic: Topic): JsonObject {
  const name = messageName(topic);
  return {
    address: topic.name,
    description: `Published by ${topic.owner.name}; records of one ${topic.key} are in order.`,
    messages: { [name]: { $ref: `#/components/messages/${escapePointer(name)}` } },
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'retention.ms': topic.retention },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function operation(
  service: string,
  action: 'send' | 'receive',
  topic: Topic,
): readonly [string, JsonObject] {
  const place = `#/channels/${escapePointer(topic.name)}`;
  return [
    `${service}.${action}.${topic.name}`,
    {
      action,
      channel: { $ref: place },
      messages: [{ $ref: `${place}/messages/${escapePointer(messageName(topic))}` }],
      tags: [{ name: service }],
    },
  ];
}

function messageName({ event, name }: Topic): string {
  return event?.name ?? name;
}

function message(topic: Topic): JsonObject {
  const { event } = topic;
  return {
    name: messageName(topic),
    ...(event && {
      payload: { schemaFormat: SCHEMA_FORMATS[event.format], schema: schemaOf(event) },
    }),
  };
}

/** Avro and JSON Schema are JSON; Protobuf is text. */
function schemaOf({ format, schema }: EventSchema): JsonValue {
  return format === 'PROTOBUF' ? schema : (JSON.parse(schema) as JsonValue);
}
