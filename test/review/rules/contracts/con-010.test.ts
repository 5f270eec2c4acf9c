import type { ContractChange } from '../../../../lib/contracts/evolution/contract-change';
import {
  breakingChange,
  CONTEXT,
  contractSystem,
  PLACED,
  safeChange,
} from '../../../contracts/contract-system';
import { findingsOf } from '../../breaches';

function breaches(...changes: readonly ContractChange[]) {
  return findingsOf(contractSystem().system, 'CON-010', { changes }).map(
    ({ severity, path, problem, numbers, fix }) => ({
      severity,
      path,
      problem,
      numbers,
      fix,
    }),
  );
}

describe('CON-010', () => {
  test('accepts contracts of which no change is known', () => {
    expect(findingsOf(contractSystem().system, 'CON-010')).toStrictEqual([]);
    expect(breaches()).toStrictEqual([]);
  });

  test('accepts changes that break nobody, and those of what nobody uses', () => {
    expect(
      breaches(
        safeChange({ ...PLACED, field: 'coupon' }),
        breakingChange({ file: 'orders.proto', operation: 'Get' }),
      ),
    ).toStrictEqual([]);
  });

  test('names who reads the field that breaks, and what to do', () => {
    const change = breakingChange({
      ...PLACED,
      field: 'coupon',
      rule: 'avro-field-without-default',
      text: "'coupon' is not written",
    });

    expect(breaches(change)).toStrictEqual([
      {
        severity: 'error',
        path: `${CONTEXT}/Service.archive`,
        problem:
          "archive reads order-placed of orders, and order-placed.avsc shop.OrderPlaced coupon breaks it: 'coupon' is not written",
        numbers: { file: 'order-placed.avsc', rule: 'avro-field-without-default', field: 'coupon' },
        fix: "give 'coupon' a default",
      },
      expect.objectContaining({ path: `${CONTEXT}/Service.coupons` }),
    ]);
  });

  test('names who calls the operation that is gone', () => {
    const gone = breakingChange({
      file: 'orders.proto',
      operation: 'Place',
      removed: true,
      text: 'Place is gone',
    });

    expect(breaches(gone)).toStrictEqual([
      {
        severity: 'error',
        path: `${CONTEXT}/Service.web/Call.orders.Place`,
        problem:
          'web calls orders.Place of orders, and orders.proto Place breaks it: Place is gone',
        numbers: { file: 'orders.proto', rule: 'some-rule' },
        fix: 'keep orders.Place until web no longer uses it',
      },
    ]);
  });

  test.each([
    [
      breakingChange({ file: 'web.openapi.yaml', operation: 'Checkout', field: 'cart' }),
      "keep 'cart' as it was and add the new form beside it until checkout uses that",
    ],
    [
      breakingChange({
        file: 'web.openapi.yaml',
        operation: 'Checkout',
        field: 'cart',
        rule: 'http-request-required-narrowed',
      }),
      "make 'cart' optional until checkout sends it",
    ],
    [
      breakingChange({
        file: 'web.openapi.yaml',
        operation: 'Checkout',
        field: 'X-Tenant',
        rule: 'http-request-parameter-required',
      }),
      "make 'X-Tenant' optional until checkout sends it",
    ],
    [
      safeChange({ ...PLACED, field: 'coupon', removed: true }),
      "let coupons no longer read 'coupon', then take it away",
    ],
  ])('fixes %j', (change, fix) => {
    expect(breaches(change).map((breach) => breach.fix)).toStrictEqual([fix]);
  });

  test('says that those outside ask for it', () => {
    const [breach] = breaches(breakingChange({ file: 'web.openapi.yaml', operation: 'Checkout' }));

    expect(breach?.problem).toBe(
      'checkout asks for web.Checkout of web, and web.openapi.yaml Checkout breaks it: it is another',
    );
  });
});
