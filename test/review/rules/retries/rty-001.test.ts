import { addService, emptyContext, soundSystem } from '../../../support/systems';
import { breaches, CALL, rulesBroken } from '../../breaches';

const single = (retries: number) =>
  breaches(soundSystem({ call: { timeout: '5s', retries } }).system, 'RTY-001');

const chain = (...retries: readonly number[]) => {
  const { system, context } = emptyContext();
  const services = [...retries, 0].map((_, i) => addService(context, `s${i}`));
  retries.forEach((count, i) => {
    const callee = services[i + 1]?.api.operation('Do');
    const timing = { timeout: '10s', perTry: '10ms', criticality: 'required' } as const;
    if (callee) services[i]?.calls(callee, { ...timing, retries: count });
  });
  return system;
};

describe('RTY-001', () => {
  test('accepts four tries', () => {
    expect(single(3)).toStrictEqual([]);
  });

  test('refuses five', () => {
    expect(single(4)).toStrictEqual([
      {
        path: CALL,
        problem:
          'one request along web -> orders becomes up to 5, 4 are allowed: this call is tried 5 times, the calls above it 1',
        numbers: { tries: 5, triesAbove: 1, retries: 4, maxTries: 4 },
        fix: 'set retries to 3',
      },
    ]);
  });

  test('multiplies along a path: 4 tries in 3 layers are 64', () => {
    const found = breaches(chain(3, 3, 3), 'RTY-001');

    expect(found.map(({ numbers }) => numbers['tries'])).toStrictEqual([16, 64]);
    expect(found.map(({ fix }) => fix)).toStrictEqual(['set retries to 0', 'set retries to 0']);
    expect(found.at(-1)?.problem).toBe(
      'one request along s0 -> s1 -> s2 -> s3 becomes up to 64, 4 are allowed: this call is tried 4 times, the calls above it 16',
    );
  });

  test('does not blame a call without retries for those above it', () => {
    const found = breaches(chain(3, 1, 0), 'RTY-001');

    expect(found.map(({ path }) => path)).toStrictEqual([
      'shop/BoundedContext.ordering/Service.s1/Call.s2.Do',
    ]);
  });

  test('ends where calls form a cycle', () => {
    const { system, context } = emptyContext();
    const [a, b] = [addService(context, 'a'), addService(context, 'b')];
    const timing = { timeout: '10s', perTry: '10ms', criticality: 'required' } as const;
    a.calls(b.api.operation('Do'), { ...timing, retries: 3 });
    b.calls(a.api.operation('Do'), { ...timing, retries: 3 });

    expect(rulesBroken(system)).not.toContain('RTY-001');
    expect(rulesBroken(system)).toContain('ARC-001');
  });
});
