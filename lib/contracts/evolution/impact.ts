import { compareText } from '../../core/finding';
import type { Compatibility } from '../../model/event-schema';
import type { Service } from '../../model/service';
import type { Topic } from '../../model/topic';
import type { SystemView } from '../../model/view';
import type { ContractChange } from './contract-change';
import type { ModeOf } from './contract-changes';

/** Somebody who uses what a contract describes. */
export interface ContractUser {
  /** Name of the service; of those outside the name of their journey. */
  readonly name: string;
  /** How it uses it. */
  readonly as: 'caller' | 'reader' | 'outside';
  /** Path of the declaration that says so. */
  readonly path: string;
  /** What it uses: `order-service.PlaceOrder`, or the name of a topic. */
  readonly uses: string;
  /** The service that answers or publishes. */
  readonly provider: string;
}

/** A change with those who use what changed. */
export interface ContractImpact {
  /** The change. */
  readonly change: ContractChange;
  /** Services that answer or publish by the contract. */
  readonly providers: readonly string[];
  /** Those who use what changed, by name. */
  readonly users: readonly ContractUser[];
  /** Those of them whom it breaks. */
  readonly broken: readonly ContractUser[];
}

/**
 * Whom changes of contracts break: a change that breaks, all who use what changed; one that takes a field away, those
 * who say that they read it.
 */
export function impactsOf(
  view: SystemView,
  changes: readonly ContractChange[],
): readonly ContractImpact[] {
  return changes.map((change) => {
    const services = view.services.filter((service) => offers(service, change));
    const topics = view.topics.filter((topic) => carries(topic, change));
    const users = [...callersOf(view, services, change), ...readersOf(view, topics, change)];
    const named = new Set(
      change.removed === true ? readersOf(view, topics, change, true).map(({ path }) => path) : [],
    );
    const providers = [
      ...services.map(({ name }) => name),
      ...topics.map(({ owner }) => owner.name),
    ];
    return {
      change,
      providers: [...new Set(providers)].sort(),
      users: users.sort(byName),
      broken: users.filter(
        ({ as, path }) => change.breaking || (as === 'reader' && named.has(path)),
      ),
    };
  });
}

/** The compatibility that the topics of a system promise, by the contract of their event. */
export function modesOf(view: SystemView): ModeOf {
  return (file, event) => {
    const topic = view.topics.find(
      (one) => one.event?.source?.file === file && (event === undefined || isNamed(one, event)),
    );
    return topic?.compatibility ?? DEFAULT_MODE;
  };
}

/** @see https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html */
const DEFAULT_MODE: Compatibility = 'BACKWARD';
/** Files that hold one event each: which one a change is about is clear without its name. */
const OF_ONE_EVENT = /[.](avsc|schema[.]json)$/;

function offers({ contract }: Service<string>, { file, event, service }: ContractChange): boolean {
  if (event !== undefined || contract?.source?.file !== file) return false;
  return (
    service === undefined || contract.operations.some(({ path }) => path.startsWith(`/${service}/`))
  );
}

function carries(topic: Topic, { file, event, operation }: ContractChange): boolean {
  if (operation !== undefined || topic.event?.source?.file !== file) return false;
  return event === undefined || OF_ONE_EVENT.test(file) || isNamed(topic, event);
}

/** A name without namespace is enough where the contract gives no more. */
function isNamed({ event }: Topic, name: string): boolean {
  return event?.name === name || event?.name.split('.').at(-1) === name;
}

function callersOf(
  { calls, journeys }: SystemView,
  services: readonly Service<string>[],
  { operation }: ContractChange,
): readonly ContractUser[] {
  const isMeant = (target: {
    readonly name: string;
    readonly service: { readonly name: string };
  }) =>
    (operation === undefined || target.name === operation) &&
    services.some(({ name }) => name === target.service.name);
  return [
    ...calls
      .filter((call) => isMeant(call.operation))
      .map((call): ContractUser => ({
        ...{ name: call.caller.name, as: 'caller', path: call.node.path },
        ...{ uses: call.name, provider: call.operation.service.name },
      })),
    ...journeys.flatMap((journey) =>
      journey.steps.filter(isMeant).map((step): ContractUser => ({
        ...{ name: journey.name, as: 'outside', path: journey.node.path },
        ...{ uses: `${step.service.name}.${step.name}`, provider: step.service.name },
      })),
    ),
  ];
}

/**
 * The services that consume a topic and read the field of a change.
 *
 * @param byName whether only those count that say which fields they read
 */
function readersOf(
  { services }: SystemView,
  topics: readonly Topic[],
  { field }: ContractChange,
  byName = false,
): readonly ContractUser[] {
  return services.flatMap((service) =>
    service.consumptions
      .filter(({ topic }) => topics.includes(topic))
      .filter(({ fields }) => (fields === undefined ? !byName : readsOf(fields, field)))
      .map(({ topic }): ContractUser => ({
        ...{ name: service.name, as: 'reader', path: service.node.path },
        ...{ uses: topic.name, provider: topic.owner.name },
      })),
  );
}

/** Who reads a record reads all that is in it; who reads what is in a record reads the record. */
function readsOf(fields: readonly string[], field: string | undefined): boolean {
  if (field === undefined) return true;
  return fields.some((read) => isWithin(read, field) || isWithin(field, read));
}

function isWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[]`);
}

function byName(a: ContractUser, b: ContractUser): number {
  return compareText(a.name, b.name) || compareText(a.path, b.path);
}
