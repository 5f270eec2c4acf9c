import { nameProblem } from '../../core/names';
import type { JsonObject } from '../document';
import { listAt, objectAt, ownValue, textAt } from '../evolution/json';
import type { ApplicationContract, EventContract, Report } from '../reading';
import { follow } from '../text/references';
import { escapePointer } from '../text/structured-text';
import { readMessage, type ReadMessage } from './messages';

/** What a document describes: its events, and which of them its service publishes and consumes. */
export interface ReadApplication {
  /** The events, each once. */
  readonly events: readonly EventContract[];
  /** Who publishes and consumes. */
  readonly application: ApplicationContract;
  /** Messages that could not be read for want of a parser. */
  readonly missing: readonly ReadMessage[];
}

/** A message of a channel by the place where it stands. */
type Messages = ReadonlyMap<string, ReadMessage>;

/** Reads the channels and operations of an AsyncAPI document. */
export async function readApplication(
  root: JsonObject,
  file: string,
  report: Report,
): Promise<ReadApplication> {
  const service = serviceOf(root, report);
  const messages = new Map<string, ReadMessage>();
  for (const [key, declared] of Object.entries(objectAt(root, 'channels'))) {
    const channel = follow(root, declared, `/channels/${escapePointer(key)}`);
    if (channel === undefined) continue;
    for (const [name, message] of Object.entries(objectAt(channel.value, 'messages'))) {
      const found = follow(root, message, `${channel.at}/messages/${escapePointer(name)}`);
      if (found && !messages.has(found.at))
        messages.set(found.at, await readMessage(root, found, file, report));
    }
  }
  const events = new Map<string, EventContract>();
  for (const event of messages.values()) if (isEvent(event)) events.set(event.name, event);
  const topics = (action: 'send' | 'receive'): ReadonlyMap<string, string> =>
    topicsOf(root, action, messages, report);
  return {
    events: [...events.values()],
    application: { service, publishes: topics('send'), consumes: topics('receive') },
    missing: [...messages.values()].filter((message) => message && 'missing' in message),
  };
}

function isEvent(message: ReadMessage): message is EventContract {
  return message !== undefined && !('missing' in message);
}

/** The service a document is about: `x-service`, else the title, where that is the name of one. */
function serviceOf(root: JsonObject, report: Report): string {
  const info = objectAt(root, 'info');
  const said = textAt(info, 'x-service');
  const name = said ?? textAt(info, 'title') ?? '';
  if (nameProblem(name, 'entity') !== undefined)
    report(
      said === undefined ? '/info/title' : '/info/x-service',
      `'${name}' is not the name of a service`,
      'set info.x-service to the name that the model has, for example order-service',
    );
  return name;
}

/** Names of events by topic: those that the service sends, or those that it receives. */
function topicsOf(
  root: JsonObject,
  action: 'send' | 'receive',
  messages: Messages,
  report: Report,
): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  for (const [key, declared] of Object.entries(objectAt(root, 'operations'))) {
    const operation = follow(root, declared, `/operations/${escapePointer(key)}`);
    if (operation === undefined || textAt(operation.value, 'action') !== action) continue;
    const channel = follow(root, ownValue(operation.value, 'channel'), `${operation.at}/channel`);
    if (channel === undefined) continue;
    const topic = textAt(channel.value, 'address') ?? channel.at.split('/').at(-1) ?? '';
    const names = new Set(eventsOf(root, operation.value, channel, messages));
    if (names.size > 1)
      report(
        operation.at,
        `'${topic}' carries ${[...names].sort().join(', ')}`,
        'give each event a channel of its own: a topic carries one',
      );
    for (const name of names) topics.set(topic, name);
  }
  return topics;
}

function eventsOf(
  root: JsonObject,
  operation: JsonObject,
  channel: { readonly value: JsonObject; readonly at: string },
  messages: Messages,
): readonly string[] {
  const named = listAt(operation, 'messages');
  const all = Object.entries(objectAt(channel.value, 'messages'));
  const declared =
    named.length > 0
      ? named.map((message) => follow(root, message, ''))
      : all.map(([name, message]) =>
          follow(root, message, `${channel.at}/messages/${escapePointer(name)}`),
        );
  return declared.flatMap((message) => {
    const event = message && messages.get(message.at);
    return event && isEvent(event) ? event.name : [];
  });
}
