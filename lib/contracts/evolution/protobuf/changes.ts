import type { ContractDocument, JsonObject } from '../../document';
import type { ChangeDetail, ContractChange, ReleaseDirection } from '../contract-change';
import { joinPath } from '../remark';
import { compareEnums } from './enums';
import { compareMessages } from './messages';
import type { PartChange, PartEvent } from './part-change';
import { reachedFrom } from './reach';
import { readProtoSchema, type ProtoMethod, type ProtoSchema } from './schema';
import { compareMethods } from './services';

/** Which way messages go. */
type Way = 'request' | 'response' | 'event';

/** Who goes first when a part comes or goes: who reads a new value must know it before it is written. */
const DIRECTIONS: Readonly<Record<Way, Readonly<Record<PartEvent, ReleaseDirection>>>> = {
  request: {
    ...{ added: 'producers-first', removed: 'consumers-first' },
    ...{ harmless: 'any', 'value-added': 'producers-first', conflict: 'expand-then-contract' },
  },
  response: {
    ...{ added: 'producers-first', removed: 'consumers-first' },
    ...{ harmless: 'any', 'value-added': 'consumers-first', conflict: 'expand-then-contract' },
  },
  event: {
    ...{ added: 'any', removed: 'consumers-first' },
    ...{ harmless: 'any', 'value-added': 'consumers-first', conflict: 'expand-then-contract' },
  },
};

/** Two versions of a contract, and what changed in its parts. */
interface Versions {
  readonly file: string;
  readonly old: ProtoSchema;
  readonly now: ProtoSchema;
  readonly parts: ReadonlyMap<string, readonly PartChange[]>;
}

/**
 * What changed in a contract of Protobuf since it was released: in its operations and events, with all that their
 * messages hold.
 */
export function protobufChanges(
  released: JsonObject,
  { file, content }: ContractDocument,
): readonly ContractChange[] {
  const [old, now] = [readProtoSchema(released), readProtoSchema(content)];
  const versions: Versions = { file, old, now, parts: compareParts(old, now) };
  return [...serviceChanges(versions), ...eventMessageChanges(versions)];
}

function compareParts(
  old: ProtoSchema,
  now: ProtoSchema,
): ReadonlyMap<string, readonly PartChange[]> {
  const enums = { old: old.enums, now: now.enums };
  const parts = new Map<string, readonly PartChange[]>();
  for (const [name, message] of old.messages) {
    const same = now.messages.get(name);
    if (same !== undefined) parts.set(name, compareMessages(message, same, enums));
  }
  for (const [name, declared] of old.enums) {
    const same = now.enums.get(name);
    if (same !== undefined) parts.set(name, compareEnums(declared, same));
  }
  return parts;
}

function serviceChanges(versions: Versions): readonly ContractChange[] {
  const { old, now } = versions;
  const services = [...new Set([...old.services.keys(), ...now.services.keys()])].sort();
  return services.flatMap((service) => {
    const [before, after] = [old.services.get(service), now.services.get(service)];
    const methods = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
    return methods.flatMap((method) => {
      const path = { service, method };
      const gone = after === undefined ? 'service' : 'method';
      return methodChanges(path, before?.get(method), after?.get(method), gone, versions);
    });
  });
}

function methodChanges(
  { service, method }: { readonly service: string; readonly method: string },
  before: ProtoMethod | undefined,
  after: ProtoMethod | undefined,
  gone: 'service' | 'method',
  versions: Versions,
): readonly ContractChange[] {
  const subject = { file: versions.file, operation: method, service };
  if (before === undefined)
    return [
      {
        ...subject,
        ...detail('proto-method-added', false, 'producers-first', `${service}/${method} is new`),
      },
    ];
  if (after === undefined) {
    const what = gone === 'service' ? `service ${service} is gone` : `${service}/${method} is gone`;
    return [
      {
        ...subject,
        ...detail(`proto-${gone}-removed`, true, 'consumers-first', what),
        removed: true,
      },
    ];
  }
  const own = compareMethods(before, after);
  const messages = [
    ...(before.request === after.request ? below(before.request, 'request', versions) : []),
    ...(before.response === after.response ? below(before.response, 'response', versions) : []),
  ];
  return [...own, ...messages].map((found) => ({ ...subject, ...found }));
}

/** Messages that say they are events; the others are told where they are used. */
function eventMessageChanges({ file, ...versions }: Versions): readonly ContractChange[] {
  const { old, now } = versions;
  const [before, after] = [eventsOf(old), eventsOf(now)];
  const events = [...new Set([...before, ...after])].sort();
  return events.flatMap((event) => {
    if (!before.has(event)) {
      const come = detail('proto-event-added', false, 'any', `event ${event} is new`);
      return [{ file, event, ...come }];
    }
    if (now.messages.has(event))
      return below(event, 'event', { file, ...versions }).map((found) => ({
        file,
        event,
        ...found,
      }));
    const gone = detail('proto-event-removed', true, 'consumers-first', `event ${event} is gone`);
    return [{ file, event, ...gone, removed: true }];
  });
}

function eventsOf({ messages }: ProtoSchema): ReadonlySet<string> {
  return new Set([...messages].filter(([, { isEvent }]) => isEvent).map(([name]) => name));
}

/** What changed in a message and in all that it holds, by path. */
function below(type: string, way: Way, { old, parts }: Versions): readonly ChangeDetail[] {
  return reachedFrom(type, old).flatMap(({ type: part, path }) =>
    (parts.get(part) ?? []).map((change) => {
      const field =
        change.field === '' || path === '' ? path + change.field : joinPath(path, change.field);
      const text = way === 'event' ? change.text : `${way}: ${change.text}`;
      const { rule, breaking } = change;
      return {
        ...(field !== '' && { field }),
        ...detail(rule, breaking, DIRECTIONS[way][change.event], text),
        ...(rule === 'proto-field-removed' && { removed: true }),
      };
    }),
  );
}

function detail(
  rule: string,
  breaking: boolean,
  direction: ReleaseDirection,
  text: string,
): ChangeDetail {
  return { rule, breaking, judged: true, direction, text };
}
