import type { Compatibility } from '../../../model/event-schema';
import type { ContractDocument, JsonObject } from '../../document';
import { resolveAvro } from '../avro/resolve';
import { readAvroSchema } from '../avro/schema';
import type { ContractChange, ReleaseDirection } from '../contract-change';
import { eventChanges } from '../event-changes';
import { isSame } from '../json';
import { compareJsonEvents } from '../json-schema/changes';
import { readChannels, type Channel, type ChannelMessage } from './messages';

/** Two versions of a document, and what its topics promise. */
interface Versions {
  readonly file: string;
  readonly oldRoot: JsonObject;
  readonly newRoot: JsonObject;
  readonly modeOf: (event: string) => Compatibility;
}

/**
 * What changed in an AsyncAPI document since it was released: its channels, their messages and the payloads of these.
 *
 * @param modeOf the compatibility that the topic of an event promises
 */
export function asyncApiChanges(
  released: JsonObject,
  { file, content }: ContractDocument,
  modeOf: (event: string) => Compatibility,
): readonly ContractChange[] {
  const [before, after] = [readChannels(released), readChannels(content)];
  const versions: Versions = { file, oldRoot: released, newRoot: content, modeOf };
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old === undefined)
      return [...(now?.messages.values() ?? [])].map(({ name }) =>
        whole(file, name, 'async-channel-added', 'any', `channel ${key} is new`),
      );
    if (now === undefined)
      return [...old.messages.values()].map(({ name }) =>
        gone(file, name, 'async-channel-removed', `channel ${key} is gone`),
      );
    return compareChannels(old, now, versions);
  });
}

function compareChannels(
  old: Channel,
  now: Channel,
  versions: Versions,
): readonly ContractChange[] {
  const { file } = versions;
  const moved = old.address !== now.address;
  const text = `address ${old.address} became ${now.address}`;
  const keys = [...new Set([...old.messages.keys(), ...now.messages.keys()])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [old.messages.get(key), now.messages.get(key)];
    if (before === undefined)
      return after === undefined
        ? []
        : [
            whole(
              file,
              after.name,
              'async-message-added',
              'consumers-first',
              `message ${key} is new`,
            ),
          ];
    if (after === undefined)
      return [gone(file, before.name, 'async-message-removed', `message ${key} is gone`)];
    const address = moved
      ? [
          {
            ...whole(file, before.name, 'async-address', 'expand-then-contract', text),
            breaking: true,
          },
        ]
      : [];
    return [...address, ...comparePayloads(before, after, versions)];
  });
}

function comparePayloads(
  old: ChannelMessage,
  now: ChannelMessage,
  { file, oldRoot, newRoot, modeOf }: Versions,
): readonly ContractChange[] {
  const subject = { file, event: old.name };
  if (old.format === 'avro' && now.format === 'avro') {
    const [then, current] = [readAvroSchema(old.schema), readAvroSchema(now.schema)];
    const comparison = {
      backward: resolveAvro(current, then),
      forward: resolveAvro(then, current),
    };
    return eventChanges(subject, modeOf(old.name), [comparison]);
  }
  if (old.format === 'json-schema' && now.format === 'json-schema') {
    const comparison = compareJsonEvents(old.schema, oldRoot, now.schema, newRoot);
    return eventChanges(subject, modeOf(old.name), [comparison]);
  }
  if (old.format === now.format && isSame(old.schema, now.schema)) return [];
  const text = 'the payload changed in a format that cannot be judged';
  return [
    {
      ...whole(file, old.name, 'async-payload', 'any', text),
      judged: old.format !== now.format,
      breaking: old.format !== now.format,
    },
  ];
}

function whole(
  file: string,
  event: string,
  rule: string,
  direction: ReleaseDirection,
  text: string,
): ContractChange {
  return { file, event, rule, breaking: false, judged: true, direction, text };
}

function gone(file: string, event: string, rule: string, text: string): ContractChange {
  return { ...whole(file, event, rule, 'consumers-first', text), breaking: true, removed: true };
}
