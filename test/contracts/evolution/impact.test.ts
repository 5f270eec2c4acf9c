import type { ContractChange } from '../../../lib/contracts/evolution/contract-change';
import { impactsOf, modesOf } from '../../../lib/contracts/evolution/impact';
import { readSystem } from '../../../lib/model/view';
import { breakingChange, CONTEXT, contractSystem, PLACED, safeChange } from '../contract-system';

function impact(change: ContractChange) {
  const [found] = impactsOf(readSystem(contractSystem().system), [change]);
  return {
    providers: found?.providers,
    users: found?.users.map(({ name }) => name),
    broken: found?.broken.map(({ name }) => name),
  };
}

describe('impactsOf', () => {
  it('breaks those who call the operation', () => {
    const orders = { file: 'orders.proto', service: 'shop.v1.Orders' };

    expect(impact(breakingChange({ ...orders, operation: 'Place' }))).toStrictEqual({
      providers: ['orders'],
      users: ['web'],
      broken: ['web'],
    });
    expect(impact(breakingChange({ ...orders, operation: 'Get' }))).toStrictEqual({
      providers: ['orders'],
      users: [],
      broken: [],
    });
    expect(
      impact(breakingChange({ ...orders, service: 'shop.v1.Other', operation: 'Place' })),
    ).toStrictEqual({ providers: [], users: [], broken: [] });
    expect(impact(safeChange({ ...orders, operation: 'Place' }))).toStrictEqual({
      providers: ['orders'],
      users: ['web'],
      broken: [],
    });
  });

  it('breaks those outside whose journey asks for the operation', () => {
    const [found] = impactsOf(readSystem(contractSystem().system), [
      breakingChange({ file: 'web.openapi.yaml', operation: 'Checkout' }),
    ]);

    expect(found?.broken).toStrictEqual([
      {
        name: 'checkout',
        as: 'outside',
        path: 'shop/Journey.checkout',
        uses: 'web.Checkout',
        provider: 'web',
      },
    ]);
  });

  it.each([
    ['id', ['archive', 'mails']],
    ['coupon', ['archive', 'coupons']],
    ['customer', ['archive', 'mails']],
    ['customer.email', ['archive', 'mails']],
    ['customer.email[].host', ['archive', 'mails']],
    ['customer.emails', ['archive']],
    ['unheard', ['archive']],
    [undefined, ['archive', 'coupons', 'mails']],
  ])('breaks those who read %s', (field, broken) => {
    expect(
      impact(breakingChange({ ...PLACED, ...(field !== undefined && { field }) })),
    ).toStrictEqual({ providers: ['orders'], users: broken, broken });
  });

  it('breaks those who say that they read a field that is taken away, even where its schema may lose it', () => {
    const gone = { ...PLACED, removed: true };

    expect(impact(safeChange({ ...gone, field: 'coupon' }))).toStrictEqual({
      providers: ['orders'],
      users: ['archive', 'coupons'],
      broken: ['coupons'],
    });
    expect(impact(safeChange({ ...gone, field: 'unheard' })).broken).toStrictEqual([]);
    expect(impact(safeChange({ ...PLACED, field: 'coupon' })).broken).toStrictEqual([]);
  });

  it('knows who uses a contract that is gone', () => {
    expect(impact(breakingChange({ file: 'orders.proto' })).broken).toStrictEqual(['web']);
    expect(impact(breakingChange({ file: 'order-placed.avsc' })).broken).toStrictEqual([
      'archive',
      'coupons',
      'mails',
    ]);
    expect(impact(breakingChange({ file: 'unheard.proto' }))).toStrictEqual({
      providers: [],
      users: [],
      broken: [],
    });
  });

  it('takes an event of a file with several by its name', () => {
    expect(
      impact(breakingChange({ file: 'order-placed.proto', event: 'shop.OrderPlaced' })).users,
    ).toStrictEqual([]);
    expect(
      impact(breakingChange({ file: 'order-placed.avsc', event: 'renamed' })).users,
    ).toHaveLength(3);
  });

  it('says where the use is declared', () => {
    const paths = impactsOf(readSystem(contractSystem().system), [
      breakingChange({ file: 'orders.proto' }),
      breakingChange({ ...PLACED, field: 'coupon' }),
    ]);

    expect(
      paths.flatMap(({ broken }) => broken.map(({ path, as, uses }) => [path, as, uses])),
    ).toStrictEqual([
      [`${CONTEXT}/Service.web/Call.orders.Place`, 'caller', 'orders.Place'],
      [`${CONTEXT}/Service.archive`, 'reader', 'order-placed'],
      [`${CONTEXT}/Service.coupons`, 'reader', 'order-placed'],
    ]);
  });
});

describe('modesOf', () => {
  it('gives what the topic of an event promises, and the default of registries', () => {
    const mode = modesOf(readSystem(contractSystem('FULL_TRANSITIVE').system));

    expect([
      mode('order-placed.avsc'),
      mode('order-placed.avsc', 'shop.OrderPlaced'),
      mode('order-placed.avsc', 'OrderPlaced'),
    ]).toStrictEqual(['FULL_TRANSITIVE', 'FULL_TRANSITIVE', 'FULL_TRANSITIVE']);
    expect([mode('order-placed.avsc', 'shop.Other'), mode('unheard.avsc')]).toStrictEqual([
      'BACKWARD',
      'BACKWARD',
    ]);
  });
});
