import { BoundedContext } from '../../../../lib/model';
import { addService, emptyContext } from '../../../support/systems';
import { breaches } from '../../breaches';

/** `stable` is called by two contexts and calls `other`, which calls as many as are said. */
const calling = (further: number) => {
  const { system, context } = emptyContext();
  const { team } = context;
  const make = (name: string) =>
    addService(new BoundedContext(system, name, { team, subdomain: 'core' }), name);
  const [stable, other] = [make('stable'), make('other')];
  const call = (from: typeof stable, to: typeof stable) =>
    from.calls(to.api.operation('Do'), { timeout: '1s', criticality: 'required' });
  for (const name of ['one', 'two']) call(make(name), stable);
  call(stable, other);
  for (let each = 0; each < further; each += 1) call(other, make(`further-${each}`));
  return system;
};

describe('CTX-002', () => {
  test('accepts a callee that depends on nothing', () => {
    expect(breaches(calling(0), 'CTX-002')).toStrictEqual([]);
  });

  test('warns of one that is less stable', () => {
    expect(breaches(calling(1), 'CTX-002')).toStrictEqual([
      {
        path: 'shop/BoundedContext.stable',
        problem:
          'calls other.Do of other, which is less stable: stable has I 0.33 (Ca 2, Ce 1), other has I 0.5 (Ca 1, Ce 1)',
        numbers: { instability: 0.33, otherInstability: 0.5 },
        fix: 'let stable publish an event that other follows, or move what is called to a context that depends on nothing',
      },
    ]);
  });
});
