import { allowedCallers, pathMatch, policyPath, routesTo } from '../../charts/routes';
import type { HttpMethod, OperationSpec } from '../../lib/model';
import { planSystem, type InboundEdge, type ServicePlan } from '../../lib/plan';
import { books } from '../support/books';

const [stock] = planSystem(books().system)
  .environments.flatMap(({ regions }) => regions)
  .flatMap(({ services }) => services)
  .filter(({ name }) => name === 'stock');
if (stock === undefined) throw new Error('the books have no stock');

function operation(name: string, path: string, method: HttpMethod = 'GET'): OperationSpec {
  return { name, path, method, protocol: 'http', safe: true, idempotent: true };
}

function edge(
  caller: string,
  spec: OperationSpec,
  timing: Partial<Pick<InboundEdge, 'timeout' | 'perTry' | 'retries'>> = {},
): InboundEdge {
  return {
    caller: { name: caller, namespace: 'selling' },
    operation: spec,
    ...{ timeout: 100, perTry: 100, retries: 0 },
    ...timing,
  };
}

function withInbound(...inbound: readonly InboundEdge[]): ServicePlan {
  return { ...(stock as ServicePlan), inbound, entries: [] };
}

describe('a path', () => {
  test.each([
    ['/', { exact: '/' }],
    ['/books', { exact: '/books' }],
    ['/books.v1.Orders/PlaceOrder', { exact: '/books.v1.Orders/PlaceOrder' }],
    ['/books/{isbn}', { regex: '/books/[^/]+' }],
    ['/books/{isbn}/copies/{copy}', { regex: '/books/[^/]+/copies/[^/]+' }],
    ['/v1.0/books/{isbn}', { regex: String.raw`/v1\.0/books/[^/]+` }],
  ])('%s is matched by routes as %j', (path, match) => {
    expect(pathMatch(path)).toEqual(match);
  });

  test.each([
    ['/books', '/books'],
    ['/books/{isbn}', '/books/{*}'],
    ['/books/{isbn}/copies/{copy}', '/books/{*}/copies/{*}'],
  ])('%s is matched by policies as %s', (path, match) => {
    expect(policyPath(path)).toBe(match);
  });
});

describe('routes', () => {
  test('stand for the most specific path first, then in order of their names', () => {
    const service = withInbound(
      edge('shop', operation('Get', '/books/{isbn}')),
      edge('shop', operation('GetCopies', '/books/{isbn}/copies')),
      edge('shop', operation('List', '/books')),
      edge('shop', operation('Best', '/books/best/ever')),
      edge('app', operation('List', '/books')),
    );

    expect(routesTo(service).map(({ name }) => name)).toEqual([
      'shop.Best',
      'app.List',
      'shop.List',
      'shop.GetCopies',
      'shop.Get',
    ]);
  });

  test('stand for a text before a parameter in the same place, and for the parameter further right', () => {
    const service = withInbound(
      edge('shop', operation('Any', '/books/{isbn}/{part}')),
      edge('shop', operation('Copies', '/books/{isbn}/copies')),
      edge('shop', operation('Best', '/books/best/{part}')),
      edge('shop', operation('All', '/{kind}/best/copies')),
    );

    expect(routesTo(service).map(({ name }) => name)).toEqual([
      'shop.Best',
      'shop.Copies',
      'shop.Any',
      'shop.All',
    ]);
  });

  test('stand so whatever the order of the calls', () => {
    const edges = [
      edge('shop', operation('Get', '/books/{isbn}')),
      edge('shop', operation('List', '/books')),
      edge('app', operation('Get', '/books/{isbn}')),
    ];

    expect(routesTo(withInbound(...edges))).toEqual(routesTo(withInbound(...edges.toReversed())));
  });

  test('say who calls what, how long it is waited for, and that it is not repeated', () => {
    expect(routesTo(withInbound(edge('shop', operation('List', '/books'))))).toEqual([
      {
        name: 'shop.List',
        caller: { name: 'shop', namespace: 'selling' },
        match: { method: 'GET', path: { exact: '/books' } },
        timeout: '100ms',
        retries: 0,
      },
    ]);
  });

  test('say how long one try lasts only where there are several', () => {
    const timing = { timeout: 2000, perTry: 50, retries: 1 };

    expect(routesTo(withInbound(edge('shop', operation('List', '/books'), timing)))).toMatchObject([
      { timeout: '2s', perTryTimeout: '50ms', retries: 1 },
    ]);
  });
});

describe('callers', () => {
  test('are allowed all their operations in one entry each', () => {
    const service = withInbound(
      edge('shop', operation('List', '/books')),
      edge('app', operation('List', '/books')),
      edge('shop', operation('Get', '/books/{isbn}')),
      edge('shop', operation('Delete', '/books/{isbn}', 'DELETE')),
    );

    expect(allowedCallers(service)).toEqual([
      {
        caller: { namespace: 'selling', serviceAccount: 'app' },
        operations: [{ methods: ['GET'], paths: ['/books'] }],
        port: 8080,
      },
      {
        caller: { namespace: 'selling', serviceAccount: 'shop' },
        operations: [
          { methods: ['DELETE'], paths: ['/books/{*}'] },
          { methods: ['GET'], paths: ['/books/{*}'] },
          { methods: ['GET'], paths: ['/books'] },
        ],
        port: 8080,
      },
    ]);
  });

  test('are the gateway too, for what is open to the world', () => {
    const service = { ...withInbound(), entries: [operation('List', '/books')] };

    expect(allowedCallers(service)).toEqual([
      {
        caller: { namespace: 'istio-ingress', serviceAccount: 'istio-ingress' },
        operations: [{ methods: ['GET'], paths: ['/books'] }],
        port: 8080,
      },
    ]);
  });

  test.each([
    ['/books/{isbn}', '/books/best', ['/books/best']],
    ['/books/best', '/books/{isbn}', undefined],
    ['/{kind}/best', '/books/{isbn}', ['/books/{*}']],
    ['/books/{isbn}', '/books/{isbn}/copies', undefined],
    ['/books/{isbn}', '/shelves/best', undefined],
  ])('of %s are let in to that, and not to %s', (path, other, exceptPaths) => {
    const asked = operation('Asked', path);
    const service: ServicePlan = {
      ...withInbound(edge('shop', asked)),
      operations: [asked, operation('Other', other), operation('Put', '/books/new', 'PUT')],
    };

    expect(allowedCallers(service)[0]?.operations[0]?.exceptPaths).toEqual(exceptPaths);
  });

  test('have one entry for each token that is asked of them', () => {
    const service: ServicePlan = {
      ...withInbound(
        edge('shop', operation('List', '/books')),
        edge('shop', { ...operation('Sell', '/sales', 'POST'), authenticated: true }),
        edge('shop', {
          ...operation('Order', '/orders', 'POST'),
          ...{ authenticated: true, scopes: ['b', 'a'] },
        }),
        edge('shop', {
          ...operation('Cancel', '/orders/{id}', 'DELETE'),
          ...{ authenticated: true, scopes: ['a', 'b'] },
        }),
      ),
      tokens: { issuer: 'https://login.example.com' },
    };
    const issuer = 'https://login.example.com';

    expect(
      allowedCallers(service).map(({ token, operations }) => [
        token,
        operations.map(({ paths }) => paths.join()),
      ]),
    ).toEqual([
      [undefined, ['/books']],
      [{ issuer, scopes: [] }, ['/sales']],
      [{ issuer, scopes: ['a', 'b'] }, ['/orders/{*}', '/orders']],
    ]);
  });

  test('are none of a service that nobody calls', () => {
    expect(allowedCallers(withInbound())).toEqual([]);
  });
});
