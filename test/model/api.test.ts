import { Api } from '../../lib/model';

describe('an HTTP operation', () => {
  test.each([
    ['GET', true, true],
    ['HEAD', true, true],
    ['OPTIONS', true, true],
    ['PUT', false, true],
    ['DELETE', false, true],
    ['POST', false, false],
    ['PATCH', false, false],
  ] as const)('of %s is safe: %s, idempotent: %s', (method, safe, idempotent) => {
    const api = Api.http({ Do: { method, path: '/things/{thingId}' } });
    expect(api.operation('Do')).toStrictEqual({
      name: 'Do',
      protocol: 'http',
      method,
      path: '/things/{thingId}',
      safe,
      idempotent,
    });
  });

  test('becomes idempotent by a key, not safe', () => {
    const api = Api.http({
      Pay: { method: 'POST', path: '/payments', idempotencyKey: 'Idempotency-Key' },
    });
    expect(api.operation('Pay')).toMatchObject({ safe: false, idempotent: true });
  });

  test('says which side streams', () => {
    const api = Api.http({ Watch: { method: 'GET', path: '/events', streaming: 'server' } });
    expect(api.operation('Watch')?.streaming).toBe('server');
  });
});

describe('a gRPC operation', () => {
  test.each([
    [{}, false, false],
    [{ safe: true }, true, true],
    [{ idempotent: true }, false, true],
    [{ safe: true, idempotent: false }, true, false],
  ])('declared as %j is safe: %s, idempotent: %s', (props, safe, idempotent) => {
    const api = Api.grpc('shop.v1.Things', { Do: props });
    expect(api.operation('Do')).toStrictEqual({
      name: 'Do',
      protocol: 'grpc',
      method: 'POST',
      path: '/shop.v1.Things/Do',
      safe,
      idempotent,
    });
  });

  test('says which side streams', () => {
    const api = Api.grpc('shop.v1.Things', { Chat: { streaming: 'bidirectional' } });
    expect(api.operation('Chat')?.streaming).toBe('bidirectional');
  });
});

test('operations come in the order of their declaration', () => {
  const api = Api.grpc('shop.v1.Things', { Second: {}, First: {} });
  expect(api.operations.map(({ name }) => name)).toStrictEqual(['Second', 'First']);
});

test('an operation that the contract does not have is absent, and does not compile', () => {
  const api = Api.grpc('shop.v1.Things', { CheckStock: {} });
  // @ts-expect-error -- misspelt
  expect(api.operation('ChekStock')).toBeUndefined();
  // @ts-expect-error -- names of every object are no operations
  expect(api.operation('toString')).toBeUndefined();
});

test('what cannot be said of an operation does not compile', () => {
  // @ts-expect-error -- a path begins with a slash
  Api.http({ Do: { method: 'GET', path: 'things' } });
  // @ts-expect-error -- no method of HTTP
  Api.http({ Do: { method: 'FETCH', path: '/things' } });
  const api = Api.grpc('shop.v1.Things', {
    // @ts-expect-error -- gRPC has no methods
    Do: { method: 'GET' },
  });
  expect(api.protocol).toBe('grpc');
});
