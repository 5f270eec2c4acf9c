import { Api, type ServiceProps } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines, ORDERS, untyped } from './lines';

function problems(vary: Partial<ServiceProps<string>>): readonly string[] {
  const { system, context } = emptyContext();
  addService(context, 'orders', untyped(vary));
  return lines(system).map((line) => line.replace(` [${ORDERS}]`, ''));
}

describe('an image', () => {
  test.each([
    'orders',
    'shop/orders',
    'registry.example.com/shop/orders',
    'registry.example.com:5000/shop/order_service',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/order-service',
  ])('may be %s', (image) => {
    expect(problems({ image })).toStrictEqual([]);
  });

  test.each([
    'shop/orders:latest',
    'registry.example.com:5000',
    'registry.example.com:5000/shop/orders:1.2.3',
    `shop/orders@sha256:${'a'.repeat(64)}`,
    'Shop/Orders',
    'https://registry.example.com/shop/orders',
    '/orders',
    'orders/',
    '',
  ])('may not be %j', (image) => {
    expect(problems({ image })).toStrictEqual([
      `DCL-008 image '${image}' is not a repository without tag or digest; write it like registry.example.com/shop/order-service`,
    ]);
  });
});

describe('an environment variable', () => {
  test.each(['A', '_a', 'LOG_LEVEL', 'node', 'toString', 'constructor'])('may be %s', (key) => {
    expect(problems({ config: { [key]: 'x' } })).toStrictEqual([]);
    expect(problems({ secrets: { [key]: 'x' } })).toStrictEqual([]);
  });

  test.each(['1A', 'LOG-LEVEL', 'a.b', ''])('may not be %j', (key) => {
    const text = `DCL-012 '${key}' is not an environment variable; use letters, digits and underscores, no digit first`;
    expect(problems({ config: { [key]: 'x' } })).toStrictEqual([text]);
    expect(problems({ secrets: { [key]: 'x' } })).toStrictEqual([text]);
  });

  test('is in config or in secrets, and being in both is one mistake', () => {
    expect(problems({ config: { KEY: 'x' }, secrets: { KEY: 'x' } })).toStrictEqual([
      "DCL-002 'KEY' is both in config and in secrets; keep one of the two",
    ]);
  });
});

describe('a secret', () => {
  test.each(['key', 'card/processor/key', 'a_b+c=d.e@f-g'])('may be named %s', (secret) => {
    expect(problems({ secrets: { KEY: secret } })).toStrictEqual([]);
  });

  test.each(['', '/key', 'key/', 'a//b', 'a b', 'a*'])('may not be named %j', (secret) => {
    expect(problems({ secrets: { KEY: secret } })).toStrictEqual([
      `DCL-012 secret '${secret}' of KEY is not a name in Secrets Manager; use letters, digits and /_+=.@-`,
    ]);
  });
});

describe('a path', () => {
  test.each(['/', '/orders', '/orders/{orderId}', '/v1.0/a_b/c-d/~e/f%20g/{a}/{b}'])(
    'may be %s',
    (path) => {
      expect(
        problems({ api: Api.http({ Get: { method: 'GET', path: untyped(path) } }) }),
      ).toStrictEqual([]);
    },
  );

  test.each(['orders', '/orders/', '//', '/orders/{id}:cancel', '/a?b=c', '/{order-id}', '/a*'])(
    'may not be %s',
    (path) => {
      expect(
        problems({ api: Api.http({ Get: { method: 'GET', path: untyped(path) } }) }),
      ).toStrictEqual([
        `DCL-012 operation Get has path '${path}', which is not made of plain segments and parameters; write it like /orders/{orderId}`,
      ]);
    },
  );

  test('of gRPC is that of a service', () => {
    expect(problems({ api: Api.grpc('shop.v1.Orders', { Get: {} }) })).toStrictEqual([]);
    expect(problems({ api: Api.grpc('shop/v1/Orders', { Get: {} }) })).toStrictEqual([
      "DCL-012 operation Get has path '/shop/v1/Orders/Get', which is not that of a gRPC service; name service and operation like shop.order.v1.OrderService and PlaceOrder",
    ]);
  });

  test('is that of one operation, whatever its parameters are called', () => {
    const api = Api.http({
      GetOrder: { method: 'GET', path: '/orders/{orderId}' },
      PutOrder: { method: 'PUT', path: '/orders/{orderId}' },
      ReadOrder: { method: 'GET', path: '/orders/{id}' },
    });
    expect(problems({ api })).toStrictEqual([
      'DCL-002 operations GetOrder and ReadOrder are both GET /orders/{id}; keep one of the two, or give one another path',
    ]);
  });
});

describe('the name of an operation', () => {
  test.each(['GetOrder', 'get_order', 'orders.get', 'get-order', '_x1'])('may be %s', (name) => {
    expect(
      problems({ api: Api.http({ [name]: { method: 'GET', path: '/orders' } }) }),
    ).toStrictEqual([]);
  });

  test.each(['get order', '1st', 'a/b', ''])('may not be %j', (name) => {
    const text = `DCL-012 operation '${name}' is not a name; use letters, digits and _ . -, a letter first`;
    expect(
      problems({ api: Api.http({ [name]: { method: 'GET', path: '/orders' } }) }),
    ).toStrictEqual([text]);
    expect(problems({ api: Api.grpc('shop.v1.Orders', { [name]: {} }) })).toStrictEqual([text]);
  });
});
