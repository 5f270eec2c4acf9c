import type { JsonObject, JsonValue } from '../../document';
import { isObject, objectAt, ownValue, textAt } from '../json';
import { followed } from '../openapi/operations';

/** How the payload of a message is described. */
export type PayloadFormat = 'json-schema' | 'avro' | 'other';

/** A message of a channel. */
export interface ChannelMessage {
  /** Its name; where it has none, its key. */
  readonly name: string;
  /** How its payload is described. */
  readonly format: PayloadFormat;
  /** The schema of its payload. */
  readonly schema: JsonValue;
}

/** A channel with its messages by key. */
export interface Channel {
  /** Where its messages are found: a topic. */
  readonly address: string;
  /** Its messages. */
  readonly messages: ReadonlyMap<string, ChannelMessage>;
}

/**
 * The channels of an AsyncAPI document, by key.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#channelsObject
 */
export function readChannels(root: JsonObject): ReadonlyMap<string, Channel> {
  return new Map(
    Object.entries(objectAt(root, 'channels')).map(([key, declared]) => {
      const channel = followed(declared, root);
      const messages = Object.entries(objectAt(channel, 'messages')).map(
        ([name, message]) => [name, readMessage(name, followed(message, root))] as const,
      );
      return [key, { address: textAt(channel, 'address') ?? key, messages: new Map(messages) }];
    }),
  );
}

/** @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject */
function readMessage(key: string, message: JsonObject): ChannelMessage {
  const payload = ownValue(message, 'payload') ?? true;
  const name = textAt(message, 'name') ?? key;
  const format = isObject(payload) ? textAt(payload, 'schemaFormat') : undefined;
  if (format === undefined || !isObject(payload))
    return { name, format: 'json-schema', schema: payload };
  return { name, format: formatOf(format), schema: ownValue(payload, 'schema') ?? true };
}

function formatOf(schemaFormat: string): PayloadFormat {
  if (schemaFormat.includes('avro')) return 'avro';
  return /schema[+]json|schema[+]yaml|aai[.]asyncapi/.test(schemaFormat) ? 'json-schema' : 'other';
}
