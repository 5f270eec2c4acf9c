import { readSystem } from '../../lib/model';
import { formatPercent } from '../../lib/core/units';
import { formatReview, review } from '../../lib/review';
import { system } from '../../systems/shop/system';

const view = readSystem(system);
const { services, contexts, teams, journeys, environments, stores, topics } = view;

test('the shop has nothing that is wrong, and nothing that was accepted to be', () => {
  const result = review(system, { asOf: '2026-11-22' });

  expect(formatReview({ ...result, findings: result.findings.filter(isError) })).not.toContain(
    'fix:',
  );
  expect(result.errors).toBe(0);
  expect(result.acknowledged).toEqual([]);
  expect(view.acknowledgements).toEqual([]);
});

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

test('it has twelve services, each in one of at least five contexts of at least four teams', () => {
  expect(services.map(({ name }) => name)).toEqual([
    'cart-service',
    'catalog-service',
    'inventory-service',
    'notification-service',
    'order-service',
    'payment-service',
    'pricing-service',
    'review-service',
    'search-service',
    'shipping-service',
    'storefront',
    'user-service',
  ]);
  expect(new Set(services.map(({ context }) => context)).size).toBe(contexts.length);
  expect(contexts.length).toBeGreaterThanOrEqual(5);
  expect(new Set(contexts.map(({ team }) => team)).size).toBe(teams.length);
  expect(teams.length).toBeGreaterThanOrEqual(4);
});

test('orders, payments and the inventory own what they need: a database, a ledger, a table', () => {
  const ownedBy = (service: string): readonly string[] =>
    stores.filter(({ owner }) => owner.name === service).map(({ kind, name }) => `${kind} ${name}`);
  const publishedBy = (service: string): readonly string[] =>
    topics.filter(({ owner }) => owner.name === service).map(({ name }) => name);

  expect(ownedBy('order-service')).toEqual(['PostgresDatabase orders']);
  expect(ownedBy('payment-service')).toEqual(['PostgresDatabase payments']);
  expect(ownedBy('inventory-service')).toEqual(['DynamoTable stock']);
  expect(publishedBy('order-service')).toEqual(['order-placed']);
  expect(publishedBy('payment-service')).toEqual(['payment-settled']);
  expect(publishedBy('inventory-service')).toEqual(['stock-changed']);
});

test('it runs for trial in one region that may be lost, and in earnest in three that may not', () => {
  expect(
    environments.map(({ name, protection, regions, waves, account }) => ({
      ...{ name, protection, regions, waves, account },
    })),
  ).toEqual([
    {
      name: 'production',
      protection: 'retain',
      regions: ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
      waves: [['ap-northeast-2'], ['eu-west-1', 'us-east-1']],
      account: '111122223333',
    },
    {
      name: 'staging',
      protection: 'disposable',
      regions: ['ap-northeast-2'],
      waves: [['ap-northeast-2']],
      account: '444455556666',
    },
  ]);
});

test('whoever comes in is promised an answer within 100 ms, 99.95% of the time', () => {
  const entries = new Set(
    journeys.flatMap(({ steps }) => steps).map(({ service }) => service.name),
  );
  const promises = services
    .filter(({ name }) => entries.has(name))
    .map(({ name, objective }) => [name, objective.p99, formatPercent(objective.availability)]);

  expect(promises).toEqual([['storefront', 100, '99.95%']]);
});

test('every service is owned by one team and run by digest everywhere', () => {
  for (const { releases } of environments) {
    expect(Object.keys(releases).sort()).toEqual(services.map(({ name }) => name));
  }
});
