import { BoundedContext, System, Team } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines, ORDERING, untyped } from './lines';

function twoContexts() {
  const { system, context } = emptyContext();
  const billing = new BoundedContext(system, 'billing', {
    team: context.team,
    subdomain: 'supporting',
  });
  return { system, ordering: context, billing };
}

test('a context relates to others and keeps aggregates', () => {
  const { system, ordering, billing } = twoContexts();

  ordering.relatesTo(billing, { pattern: 'conformist' });
  const order = ordering.aggregate('Order', { identity: 'orderId' });

  expect(ordering.relations).toStrictEqual([{ upstream: billing, pattern: 'conformist' }]);
  expect(ordering.aggregates).toStrictEqual([order]);
  expect(order).toStrictEqual({ name: 'Order', identity: 'orderId' });
  expect(lines(system)).toStrictEqual([]);
});

test('a context does not relate to itself', () => {
  const { system, ordering } = twoContexts();
  ordering.relatesTo(ordering, { pattern: 'partnership' });
  expect(ordering.relations).toStrictEqual([]);
  expect(lines(system)).toStrictEqual([
    `DCL-002 [${ORDERING}] 'ordering' relates to itself; relate it to another context`,
  ]);
});

test('a relation is declared once', () => {
  const { system, ordering, billing } = twoContexts();
  ordering.relatesTo(billing, { pattern: 'conformist' });
  ordering.relatesTo(billing, { pattern: 'partnership' });
  expect(ordering.relations).toHaveLength(1);
  expect(lines(system)).toStrictEqual([
    `DCL-002 [${ORDERING}] the relation to 'billing' is declared already; keep one of the two`,
  ]);
});

test('an aggregate is declared once', () => {
  const { system, ordering } = twoContexts();
  ordering.aggregate('Order', { identity: 'orderId' });
  ordering.aggregate('Order', { identity: 'number' });
  expect(lines(system)).toStrictEqual([
    `DCL-002 [${ORDERING}] the aggregate 'Order' is declared already; give this aggregate another name`,
  ]);
});

test.each([
  'default',
  'kube-system',
  'kube-public',
  'istio-ingress',
  'istio-system',
  'keda-system',
  'monitoring',
  'external-secrets',
  'kafka',
])('a context is not named like the namespace %s', (name) => {
  const { system, context } = emptyContext();
  new BoundedContext(system, name, { team: context.team, subdomain: 'core' });
  expect(lines(system)).toStrictEqual([
    `DCL-001 [shop/BoundedContext.${name}] '${name}' is a namespace of the platform; give the context a name of the business`,
  ]);
});

test.each(['defaults', 'kafkas', 'kube', 'istio', 'system', 'system-tests'])(
  'a context may be named %s',
  (name) => {
    const { system, context } = emptyContext();
    new BoundedContext(system, name, { team: context.team, subdomain: 'core' });
    expect(lines(system)).toStrictEqual([]);
  },
);

describe("the manifests of a context and those of a service named 'platform-' and the context", () => {
  const finding = (path: string) =>
    `DCL-001 [${path}] 'platform-billing' names the manifests of the context 'billing'; give the service another name`;

  test('clash when the context comes first', () => {
    const { system, billing } = twoContexts();
    addService(billing, 'platform-billing');
    expect(lines(system)).toStrictEqual([
      finding('shop/BoundedContext.billing/Service.platform-billing'),
    ]);
  });

  test('clash when the service comes first', () => {
    const { system, context } = emptyContext();
    addService(context, 'platform-billing');
    new BoundedContext(system, 'billing', { team: context.team, subdomain: 'core' });
    expect(lines(system)).toStrictEqual([finding(`${ORDERING}/Service.platform-billing`)]);
  });

  test('do not clash where there is no such context', () => {
    const { system, context } = emptyContext();
    addService(context, 'platform-tools');
    expect(lines(system)).toStrictEqual([]);
  });
});

test('handles that are missing or of another system are reported, not thrown', () => {
  const { system, ordering } = twoContexts();
  const other = new System('other', { domain: 'other.example.com' });
  const foreignTeam = new Team(other, 'strangers', { kind: 'platform', slack: '#strangers' });
  const foreign = new BoundedContext(other, 'abroad', { team: foreignTeam, subdomain: 'core' });

  ordering.relatesTo(foreign, { pattern: 'conformist' });
  ordering.relatesTo(untyped(undefined), { pattern: 'conformist' });
  new BoundedContext(system, 'borrowed', { team: foreignTeam, subdomain: 'core' });
  new BoundedContext(system, 'orphan', { team: untyped(undefined), subdomain: 'core' });

  expect(ordering.relations).toStrictEqual([]);
  expect(lines(system)).toStrictEqual([
    "DCL-013 [shop/BoundedContext.borrowed] team 'strangers' belongs to the system 'other'; declare it in 'shop'",
    `DCL-013 [${ORDERING}] the context it relates to 'abroad' belongs to the system 'other'; declare it in 'shop'`,
    `DCL-013 [${ORDERING}] the context it relates to is undefined; declare it before it is used: modules that import each other see nothing yet`,
    'DCL-013 [shop/BoundedContext.orphan] team is undefined; declare it before it is used: modules that import each other see nothing yet',
  ]);
});
