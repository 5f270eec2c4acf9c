import {
  CLASSIFICATIONS,
  type Classification,
  type ClassifiedFields,
} from '../../../model/classification';
import type { Service } from '../../../model/service';
import type { SystemIndex } from '../../../plan/index-of-system';
import { listNames } from '../../texts';

/** Classified data and a way on which it reaches a service. */
export interface ClassifiedEdge {
  /** The service that it reaches. */
  readonly service: Service;
  /** Class of the data. */
  readonly classification: Classification;
  /** Fields of the class, for people: `email, shipTo.lines of shop.order.OrderPlaced`. */
  readonly fields: string;
  /** The way, for people: `consumes order-placed`. */
  readonly way: string;
  /** Path of the declaration that is the way. */
  readonly path: string;
}

/**
 * Every way on which classified data reaches a service: what it publishes and consumes, what it is asked and answers,
 * what it asks others and is answered. Who may read a topic gets all of a record, whichever fields it looks at.
 */
export function* classifiedEdges(index: SystemIndex): Generator<ClassifiedEdge, void, undefined> {
  for (const service of index.view.services) {
    yield* overTopics(index, service);
    yield* ownOperations(service);
    yield* overCalls(index, service);
  }
}

function* overTopics(
  index: SystemIndex,
  service: Service,
): Generator<ClassifiedEdge, void, undefined> {
  for (const { event, name, node } of index.topicsOf.get(service.name) ?? []) {
    if (event === undefined) continue;
    const edge = { service, way: `publishes ${name}`, path: node.path };
    yield* byClass(edge, [event.classified()], event.name);
  }
  for (const { topic } of service.consumptions) {
    const { event, name } = topic;
    if (event === undefined) continue;
    const edge = { service, way: `consumes ${name}`, path: service.node.path };
    yield* byClass(edge, [event.classified()], event.name);
  }
}

function* ownOperations(service: Service): Generator<ClassifiedEdge, void, undefined> {
  for (const { name, classified = {} } of service.contract?.operations ?? []) {
    const edge = { service, way: `offers ${name}`, path: service.node.path };
    const { request = {}, response = {} } = classified;
    yield* byClass(edge, [request, response], name);
  }
}

function* overCalls(
  index: SystemIndex,
  service: Service,
): Generator<ClassifiedEdge, void, undefined> {
  for (const { operation, node } of index.callsFrom.get(service.name) ?? []) {
    const callee = `${operation.service.name}.${operation.name}`;
    const edge = { service, way: `calls ${callee}`, path: node.path };
    const { request = {}, response = {} } = operation.spec?.classified ?? {};
    yield* byClass(edge, [request, response], callee);
  }
}

function* byClass(
  edge: Pick<ClassifiedEdge, 'service' | 'way' | 'path'>,
  messages: readonly ClassifiedFields[],
  of: string,
): Generator<ClassifiedEdge, void, undefined> {
  const fields = messages.flatMap((message) => Object.entries(message));
  for (const classification of CLASSIFICATIONS) {
    const names = fields.flatMap(([field, each]) => (each === classification ? field : []));
    if (names.length === 0) continue;
    yield { ...edge, classification, fields: `${listNames([...new Set(names)])} of ${of}` };
  }
}
