import { CLASSIFICATIONS, type Classification } from '../../../model/classification';
import type { Environment } from '../../../model/environment';
import type { Placement } from '../../../model/placement';
import type { Region } from '../../../model/regions';
import type { Topic } from '../../../model/topic';
import { readerRegions } from '../../../plan/placed-roles';
import { defineRule, type Breach, type ReviewContext } from '../../rule';
import { listNames } from '../../texts';
import { classifiedEdges, type ClassifiedEdge } from './classified-data';

/** Something that keeps data. */
interface Keeper {
  readonly node: { readonly path: string };
  readonly placement?: Placement;
}

/** Where data of a class may be. */
interface Place {
  readonly environment: Environment;
  readonly classification: Classification;
  readonly allowed: readonly Region[];
}

/** Classified data lives only in regions where it may be. */
export const CON_003 = defineRule(
  {
    id: 'CON-003',
    title: 'classified data lives only in regions where it may be',
    severity: 'error',
    rationale:
      'Where personal data may be is a matter of law. A topic or a database that is copied to another region takes it there without anybody calling anybody; a service that sees such data keeps it in its stores.',
    formula:
      'for every topic with fields of a class, and every store of a service that such data reaches: its regions are among those that `data` of the environment names for the class',
    example:
      "data: { pii: ['eu-west-1'] }, and the table profiles is active-active in eu-west-1 and us-east-1: us-east-1 is one too many",
    source: 'https://gdpr-info.eu/art-44-gdpr/',
  },
  function* (context) {
    for (const environment of context.environments) {
      for (const classification of CLASSIFICATIONS) {
        const allowed = environment.data[classification];
        if (allowed !== undefined) yield* breachesOf(context, environment, classification, allowed);
      }
    }
  },
);

function* breachesOf(
  { index }: ReviewContext,
  environment: Environment,
  classification: Classification,
  allowed: readonly Region[],
): Generator<Breach, void, undefined> {
  const reached = new Map<string, ClassifiedEdge>();
  for (const edge of classifiedEdges(index)) {
    if (edge.classification !== classification) continue;
    if (!reached.has(edge.service.name)) reached.set(edge.service.name, edge);
  }
  const place = { environment, classification, allowed };
  for (const { service, fields, way } of reached.values()) {
    for (const topic of index.topicsOf.get(service.name) ?? []) {
      const listed = fieldsOf(topic, classification);
      if (listed === '') continue;
      const what = `topic ${topic.name} carries ${classification} (${listed}) and`;
      yield* misplaced(place, topic, what);
    }
    for (const store of index.storesOf.get(service.name) ?? []) {
      const what = `${store.kind} ${store.name} keeps what ${service.name} sees of ${classification} (it ${way}: ${fields}) and`;
      yield* misplaced(place, store, what);
    }
  }
}

/** `email of shop.order.OrderPlaced`; empty where the event has no field of the class. */
function fieldsOf({ event }: Topic, classification: Classification): string {
  if (event === undefined) return '';
  const fields = Object.entries(event.classified()).filter(([, each]) => each === classification);
  if (fields.length === 0) return '';
  return `${listNames(fields.map(([field]) => field))} of ${event.name}`;
}

function* misplaced(
  { environment, classification, allowed }: Place,
  keeper: Keeper,
  what: string,
): Generator<Breach, void, undefined> {
  const forbidden = regionsOf(environment, keeper.placement).filter(
    (region) => !allowed.includes(region),
  );
  if (forbidden.length === 0) return;
  const regions = forbidden.join(', ');
  yield {
    path: keeper.node.path,
    problem: `in ${environment.name} ${what} ${howIn(keeper.placement)} ${regions}, where ${classification} may not be`,
    numbers: { environment: environment.name, classification, regions },
    fix: `add ${regions} to data.${classification} of ${environment.name}, or place it elsewhere`,
  };
}

/** The regions in which something is, copies included. */
function regionsOf(environment: Environment, placement: Placement | undefined): readonly Region[] {
  const regions = [...new Set(environment.regions)];
  if (placement?.kind !== 'primary' || regions.length === 1) return regions;
  return regions.filter(
    (region) =>
      region === placement.region || readerRegions(environment, placement).includes(region),
  );
}

function howIn(placement: Placement | undefined): string {
  if (placement?.kind === 'primary') return `is written in ${placement.region} and is in`;
  return placement?.kind === 'active-active' ? 'is replicated to' : 'is in';
}
