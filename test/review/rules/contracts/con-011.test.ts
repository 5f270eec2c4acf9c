import { CONTEXT, contractSystem, PLACED, safeChange } from '../../../contracts/contract-system';
import { findingsOf } from '../../breaches';

const breaches = (...changes: Parameters<typeof safeChange>[0][]) =>
  findingsOf(contractSystem().system, 'CON-011', { changes: changes.map(safeChange) }).map(
    ({ severity, path, problem, numbers, fix }) => ({
      severity,
      path,
      problem,
      numbers,
      fix,
    }),
  );

describe('CON-011', () => {
  test('accepts what is judged, and what nobody uses', () => {
    expect(
      breaches(PLACED, { file: 'orders.proto', operation: 'Get', judged: false }),
    ).toStrictEqual([]);
  });

  test('warns of what cannot be judged and is used', () => {
    expect(breaches({ ...PLACED, field: 'coupon', judged: false })).toStrictEqual([
      {
        severity: 'warning',
        path: `${CONTEXT}/Service.archive`,
        problem:
          'whether order-placed.avsc shop.OrderPlaced coupon breaks archive, coupons cannot be judged: it is another',
        numbers: { file: 'order-placed.avsc', rule: 'some-rule', users: 2 },
        fix: 'ask archive, coupons, or keep it as it was',
      },
    ]);
  });
});
