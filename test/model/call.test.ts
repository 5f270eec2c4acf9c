import { addService, emptyContext, soundSystem } from '../support/systems';
import { lines, untyped, WEB } from './lines';

const CALL = `${WEB}/Call.orders.PlaceOrder`;

test('a call keeps what is said and defaults what is not', () => {
  const { system, context } = emptyContext();
  const stock = addService(context, 'stock');
  const web = addService(context, 'web');

  const plain = web.calls(stock.api.operation('Do'), { timeout: '1s', criticality: 'required' });

  expect(plain).toMatchObject({
    name: 'stock.Do',
    timeout: 1_000,
    perTry: 1_000,
    retries: 0,
    during: [],
    criticality: 'required',
  });
  expect([plain.rate, plain.parallel, plain.fallback]).toStrictEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(plain.caller).toBe(web);
  expect(web.outgoing).toStrictEqual([plain]);
  expect(lines(system)).toStrictEqual([]);
});

test('an optional call says what happens without it', () => {
  const { call } = soundSystem({
    call: { retries: 2, rate: 5, during: ['Browse'], parallel: 'page' },
    weight: { criticality: 'optional', fallback: 'cache' },
  });
  expect(call).toMatchObject({
    timeout: 60,
    perTry: 50,
    retries: 2,
    rate: 5,
    during: ['Browse'],
    parallel: 'page',
    criticality: 'optional',
    fallback: 'cache',
  });
});

test.each([
  [
    { timeout: '-5ms' },
    "timeout: '-5ms' is not a duration; write it like '250ms', '30s', '5m', '12h' or '7d'",
  ],
  [
    { perTry: '0ms' },
    "perTry: '0ms' is below 1ms; write it like '250ms', '30s', '5m', '12h' or '7d'",
  ],
  [
    { retries: -1 },
    'retries is -1, it must be a whole number of at least 0; set retries to 0 or more',
  ],
  [
    { retries: 1.5 },
    'retries is 1.5, it must be a whole number of at least 0; set retries to 0 or more',
  ],
  [{ rate: 0 }, 'rate is 0, it must be a whole number of at least 1; set rate to 1 or more'],
] as const)('the quantities of a call are checked: %j', (call, text) => {
  const { system } = soundSystem({ call });
  expect(lines(system)).toStrictEqual([`DCL-003 [${CALL}] ${text}`]);
});

test('an operation that the callee does not have is reported with those it has, in order', () => {
  const { system, web, orders } = soundSystem();
  // @ts-expect-error -- misspelt
  web.calls(orders.api.operation('PlaceOrdr'), { timeout: '60ms', criticality: 'required' });
  expect(lines(system)).toStrictEqual([
    `DCL-004 [${WEB}/Call.orders.PlaceOrdr] operation 'PlaceOrdr' does not exist on orders; use one of Cancel, PlaceOrder`,
  ]);
});

test('a service without contract has no operation to call', () => {
  const { system, context, web } = soundSystem();
  const worker = addService(context, 'worker', { api: undefined });
  web.calls(worker.api.operation('Do'), { timeout: '60ms', criticality: 'required' });
  expect(lines(system)).toStrictEqual([
    `DCL-004 [${WEB}/Call.worker.Do] operation 'Do' does not exist on worker; worker has no operations`,
  ]);
});

test('a service does not call itself', () => {
  const { system, web } = soundSystem();
  web.calls(web.api.operation('Browse'), { timeout: '60ms', criticality: 'required' });
  expect(lines(system)).toStrictEqual([
    `DCL-004 [${WEB}/Call.web.Browse] web calls itself; call the code directly, or split the service`,
  ]);
});

test('a call is declared once, and the second stands beside the first', () => {
  const { system, web, orders } = soundSystem();
  const again = web.calls(orders.api.operation('PlaceOrder'), {
    timeout: '60ms',
    criticality: 'required',
  });
  expect(again.node.path).toBe(`${CALL}.2`);
  expect(lines(system)).toStrictEqual([
    `DCL-002 [${CALL}.2] the call to orders.PlaceOrder is declared already; keep one declaration and name its handlers in \`during\``,
  ]);
});

test('a call is made during operations of its own service', () => {
  const { system } = soundSystem({ call: { during: ['Checkout', untyped('Chekout')] } });
  expect(lines(system)).toStrictEqual([
    `DCL-004 [${CALL}] during names 'Chekout', which web does not offer; use some of Checkout, Browse`,
  ]);
});

test('a worker has no operation to call during', () => {
  const { system, context, orders } = soundSystem();
  const worker = addService(context, 'worker', { api: undefined });
  worker.calls(orders.api.operation('Cancel'), {
    timeout: '60ms',
    criticality: 'required',
    during: [untyped('Do')],
  });
  expect(lines(system)).toStrictEqual([
    "DCL-004 [shop/BoundedContext.ordering/Service.worker/Call.orders.Cancel] during names 'Do', which worker does not offer; leave it out: it has no operations",
  ]);
});

test('an operation that is missing or of another system is one mistake, and nothing follows from the call', () => {
  const { system, web } = soundSystem();
  const foreign = soundSystem();
  const props = { timeout: '60ms', criticality: 'required' } as const;

  const missing = web.calls(untyped(undefined), props);
  const abroad = web.calls(foreign.orders.api.operation('Cancel'), props);

  expect(missing.operation.spec).toBeUndefined();
  expect(abroad.operation.spec).toBeUndefined();
  expect(lines(system)).toStrictEqual([
    `DCL-013 [${WEB}/Call.orders.Cancel] the service called 'orders' belongs to the system 'shop'; declare it in 'shop'`,
    `DCL-013 [${WEB}/Call.web.undefined] the service called is undefined; declare it before it is used: modules that import each other see nothing yet`,
  ]);
});

test('what cannot be said of a call does not compile', () => {
  const { system, web, orders } = soundSystem();
  const cancel = orders.api.operation('Cancel');

  // @ts-expect-error -- an optional call needs a fallback
  web.calls(cancel, { timeout: '60ms', criticality: 'optional' });
  // @ts-expect-error -- a required call has none
  web.calls(cancel, { timeout: '60ms', criticality: 'required', fallback: 'cache' });
  // @ts-expect-error -- whether it is required must be said
  web.calls(cancel, { timeout: '60ms' });
  // @ts-expect-error -- a duration has a unit
  web.calls(cancel, { timeout: '60', criticality: 'required' });
  // @ts-expect-error -- `during` names operations of the caller
  web.calls(cancel, { timeout: '60ms', criticality: 'required', during: ['PlaceOrder'] });

  expect(lines(system).length).toBeGreaterThan(0);
});
