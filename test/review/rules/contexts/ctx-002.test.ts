import { BoundedContext, Topic, type Service } from '../../../../lib/model';
import { addService, emptyContext } from '../../../support/systems';
import { breaches } from '../../breaches';

/** Makes services, each in a context of its own, and calls between them. */
const free = () => {
  const { system, context } = emptyContext();
  const { team } = context;
  const make = (name: string) =>
    addService(new BoundedContext(system, name, { team, subdomain: 'core' }), name);
  const call = (from: Service<'Do'>, to: Service<'Do'>) =>
    from.calls(to.api.operation('Do'), { timeout: '1s', criticality: 'required' });
  return { system, make, call };
};

/** `stable` is called by two contexts and calls `other`, which calls as many as are said. */
const calling = (further: number) => {
  const { system, make, call } = free();
  const [stable, other] = [make('stable'), make('other')];
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

  test('accepts a callee that is as stable', () => {
    const { call, make, system } = free();
    const [first, second, third, fourth] = [make('a'), make('b'), make('c'), make('d')];
    call(first, second);
    call(second, third);
    call(third, fourth);

    // Both in the middle have Ca 1, Ce 1: I = 0.5.
    expect(breaches(system, 'CTX-002')).toStrictEqual([]);
  });

  test('says it once for two contexts, and for each that is called', () => {
    const { call, make, system } = free();
    const [stable, other, another] = [make('stable'), make('other'), make('another')];
    for (const name of ['one', 'two', 'three']) call(make(name), stable);
    for (const callee of [other, another]) {
      call(stable, callee);
      for (const name of ['x', 'y']) call(callee, make(`${callee.name}-${name}`));
    }
    stable.calls(addService(other.context, 'beside').api.operation('Do'), {
      ...{ timeout: '1s', criticality: 'required' },
    });

    expect(breaches(system, 'CTX-002').map(({ numbers }) => numbers)).toStrictEqual([
      { instability: 0.4, otherInstability: 0.67 },
      { instability: 0.4, otherInstability: 0.67 },
    ]);
  });

  test('leaves events out: who follows them decides when', () => {
    const { call, make, system } = free();
    const [stable, other] = [make('stable'), make('other')];
    for (const name of ['one', 'two']) call(make(name), stable);
    call(other, make('further'));
    const topic = new Topic(other, 'told', { partitions: 6, key: 'id' });
    other.publishes(topic);
    stable.consumes(topic);

    expect(breaches(system, 'CTX-002')).toStrictEqual([]);
  });
});
