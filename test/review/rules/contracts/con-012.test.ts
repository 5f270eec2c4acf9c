import {
  breakingChange,
  CONTEXT,
  contractSystem,
  safeChange,
} from '../../../contracts/contract-system';
import { findingsOf } from '../../breaches';
import type { ContractChange } from '../../../../lib/contracts/evolution/contract-change';

const breaches = (...changes: readonly ContractChange[]) =>
  findingsOf(contractSystem().system, 'CON-012', { changes }).map(
    ({ severity, path, problem, numbers, fix }) => ({
      severity,
      path,
      problem,
      numbers,
      fix,
    }),
  );

describe('CON-012', () => {
  test('accepts what breaks nothing, and leaves what breaks somebody to CON-010', () => {
    const get = { file: 'orders.proto', operation: 'Get' };

    expect(breaches(safeChange(get), breakingChange({ ...get, operation: 'Place' }))).toStrictEqual(
      [],
    );
  });

  test('warns of what breaks and nobody uses, at the service that offers it', () => {
    expect(breaches(breakingChange({ file: 'orders.proto', operation: 'Get' }))).toStrictEqual([
      {
        severity: 'warning',
        path: `${CONTEXT}/Service.orders`,
        problem: 'orders.proto Get breaks what was released, which nobody uses: it is another',
        numbers: { file: 'orders.proto', rule: 'some-rule' },
        fix: 'release it with `groundplan diff --release` when nobody outside uses it either',
      },
    ]);
  });

  test('names the system where no service offers it any more', () => {
    expect(breaches(breakingChange({ file: 'gone.proto' })).map(({ path }) => path)).toStrictEqual([
      'shop',
    ]);
  });
});
