import type { Environment } from '../../../model/environment';
import type { Store } from '../../../model/view';
import type { StorePlan } from '../../../plan/store-plan';
import { planStore } from '../../../plan/store-plan';
import { defineRule, type Breach, type ReviewContext } from '../../rule';

/** A store belongs to one service. */
export const ARC_002 = defineRule(
  {
    id: 'ARC-002',
    title: 'a store belongs to one service',
    severity: 'error',
    rationale:
      'Two services on one store are coupled by every column and every lock. It happens unseen when two declarations come out at one published name, or when a service keeps its outbox in the store of another.',
    formula:
      'published names of stores of one kind differ in every environment; an outbox is a store of the service that publishes',
    example:
      "store 'line-items' of service 'order' and store 'items' of service 'order-line' are both published as shop-production-order-line-items",
    source: 'https://microservices.io/patterns/data/database-per-service.html',
  },
  function* (context) {
    for (const environment of context.environments) yield* collisions(context, environment);
    for (const service of context.view.services) {
      for (const { topic, outbox } of service.publications) {
        if (outbox === undefined || outbox.owner === service) continue;
        yield {
          path: service.node.path,
          problem: `publishes '${topic.name}' with outbox ${outbox.name}, a store of ${outbox.owner.name}`,
          numbers: { outbox: outbox.name },
          fix: `use a store that ${service.name} owns as the outbox`,
        };
      }
    }
  },
);

function* collisions(
  { view }: ReviewContext,
  environment: Environment,
): Generator<Breach, void, undefined> {
  const [region] = environment.regions;
  if (region === undefined) return;
  const { name, account } = environment;
  const place = { system: view.system.name, environment: name, region, account };
  const taken = new Map<string, Store>();
  for (const store of view.stores) {
    const plan = planStore(environment, region, place, store);
    if (plan === undefined) continue;
    const published = publishedName(plan);
    const key = `${plan.kind} ${published}`;
    const other = taken.get(key);
    taken.set(key, other ?? store);
    // Two declarations of one name were reported as such when they were made.
    if (other === undefined || sameName(store, other)) continue;
    yield {
      path: store.node.path,
      problem: `in ${name} ${store.name} of ${store.owner.name} and ${other.name} of ${other.owner.name} are both published as '${published}'`,
      numbers: { publishedName: published },
      fix: 'rename one of the two stores',
    };
  }
}

function publishedName(plan: StorePlan): string {
  switch (plan.kind) {
    case 'DynamoTable':
      return plan.table;
    case 'ObjectBucket':
      return plan.bucket;
    default:
      return plan.identifier;
  }
}

function sameName(a: Store, b: Store): boolean {
  return a.name === b.name && a.owner.name === b.owner.name;
}
