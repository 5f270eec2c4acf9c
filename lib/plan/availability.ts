import { stronglyConnectedComponents } from '../core/graph';
import { WHOLE } from '../core/units';
import type { Environment } from '../model/environment';
import type { Service } from '../model/service';
import type { SystemIndex } from './index-of-system';
import { MANAGED_SERVICES, managedServiceOf } from './managed-services';
import { remember } from './remember';

/** Something that must be there for a service to answer. */
export interface Part {
  /** Class of the part. */
  readonly kind: 'service' | 'store' | 'broker';
  /** Name of the part. */
  readonly name: string;
  /** The service that brings it in: itself, the owner of a store; of the broker nobody. */
  readonly owner: string;
  /** Parts per billion that it is there by itself. */
  readonly availability: number;
}

/** What a service can promise at most, with all that must be there for it. */
export interface Composite {
  /** The service. */
  readonly service: Service;
  /** Parts per billion, the product over all parts. */
  readonly availability: number;
  /** How many parts there are. */
  readonly parts: number;
  /** The parts that cost most, the costliest first. */
  readonly costliest: readonly Part[];
}

/** How many parts are named. */
const NAMED = 3;

/**
 * Availability of a whole that needs all its parts, in parts per billion: the product.
 *
 * @see https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/availability.html
 */
export function compositeAvailability(parts: readonly number[]): number {
  return Math.round(parts.reduce((product, part) => product * (part / WHOLE), WHOLE));
}

/** The share of a whole's loss that one part causes: losses add up as `-ln` of availabilities. */
export function shareOfLoss(part: number, whole: number): number {
  return Math.log(part / WHOLE) / Math.log(whole / WHOLE);
}

/** What one part would have to offer for the whole to reach a promise, all others as they are. */
export function neededOf(part: number, whole: number, promise: number): number {
  return Math.ceil((promise / whole) * part);
}

/**
 * What each service of an environment can promise: its parts are itself and every service that is reached over required
 * calls, the required stores of each, and the broker where one of them publishes without outbox; each counts once.
 *
 * What is reached is kept as sets of bits, so that a thousand services cost a million bits and not a million entries.
 */
export function compositesOf(index: SystemIndex, environment: Environment): readonly Composite[] {
  const services = [...index.services.values()];
  const own = services.map((service) => partsOf(index, environment, service));
  const publishesDirectly = services.map(needsBroker);
  return reachOf(index, services).flatMap(({ members, reached }) => {
    const sum = new Sum();
    let publishers = 0;
    visitBits(reached, (position) => {
      for (const part of own[position] ?? []) sum.add(part);
      if (publishesDirectly[position] === true) publishers += 1;
    });
    if (publishers > 0) sum.add(BROKER);
    const { availability, parts, costliest } = sum;
    return members.map((service) => ({ service, availability, parts, costliest }));
  });
}

/** The broker, to a service that publishes without outbox. */
export const BROKER: Part = {
  kind: 'broker',
  name: 'Kafka',
  owner: '',
  availability: MANAGED_SERVICES.kafka.availability,
};

/** Whether a service cannot answer without the broker: it publishes without outbox. */
export function needsBroker({ publications }: Pick<Service, 'publications'>): boolean {
  return publications.some(({ outbox }) => outbox === undefined);
}

/** What a service brings in: itself and its required stores. */
export function partsOf(
  index: SystemIndex,
  environment: Environment,
  service: Service,
): readonly Part[] {
  const owner = service.name;
  const stores = (index.storesOf.get(owner) ?? []).filter(
    ({ criticality }) => criticality === 'required',
  );
  return [
    { kind: 'service', name: owner, owner, availability: service.objective.ownAvailability },
    ...stores.map((store): Part => {
      const { availability } = managedServiceOf(environment, store);
      return { kind: 'store', name: store.name, owner, availability };
    }),
  ];
}

/** Adds up parts, in constant space. */
class Sum {
  public parts = 0;
  public readonly costliest: Part[] = [];
  private product = WHOLE;

  public get availability(): number {
    return Math.round(this.product);
  }

  public add(part: Part): void {
    this.parts += 1;
    this.product *= part.availability / WHOLE;
    const last = this.costliest[NAMED - 1];
    if (last !== undefined && part.availability >= last.availability) return;
    const place = this.costliest.findIndex((other) => part.availability < other.availability);
    if (place >= 0) this.costliest.splice(place, 0, part);
    else this.costliest.push(part);
    if (this.costliest.length > NAMED) this.costliest.pop();
  }
}

/** Services that need each other, and all that they need, as bits by position. */
interface Reach {
  readonly members: readonly Service[];
  readonly reached: Uint32Array;
}

const BITS = 32;

function reachOf(index: SystemIndex, services: readonly Service[]): readonly Reach[] {
  const positions = new Map(services.map(({ name }, position) => [name, position]));
  const graph = requiredCalls(index);
  const known = new Map<string, Uint32Array>();
  // A component stands after all it points at, so what its callees reach is known already.
  return stronglyConnectedComponents(graph).map((names) => {
    const reached = new Uint32Array(Math.ceil(services.length / BITS));
    for (const name of names) {
      addBit(reached, positions.get(name) ?? 0);
      for (const callee of graph.get(name) ?? []) addAll(reached, known.get(callee));
    }
    for (const name of names) known.set(name, reached);
    return { members: names.flatMap((name) => index.services.get(name) ?? []), reached };
  });
}

/** What each service calls and cannot do without. */
export const requiredCalls = remember(calleesByCaller);

function calleesByCaller(index: SystemIndex): ReadonlyMap<string, readonly string[]> {
  const calleesOf = (name: string): readonly string[] =>
    (index.callsFrom.get(name) ?? [])
      .filter(({ criticality }) => criticality === 'required')
      .map(({ operation }) => operation.service.name)
      .filter((callee) => callee !== name && index.services.has(callee));
  return new Map([...index.services.keys()].map((name) => [name, [...new Set(calleesOf(name))]]));
}

function addBit(set: Uint32Array, position: number): void {
  const word = Math.floor(position / BITS);
  set[word] = (set[word] ?? 0) | (1 << (position % BITS));
}

function addAll(set: Uint32Array, other: Uint32Array | undefined): void {
  other?.forEach((bits, word) => {
    set[word] = (set[word] ?? 0) | bits;
  });
}

function visitBits(set: Uint32Array, visit: (position: number) => void): void {
  set.forEach((bits, word) => {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      visit(word * BITS + (BITS - 1 - Math.clz32(rest & -rest)));
    }
  });
}
