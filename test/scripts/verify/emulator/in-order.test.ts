import { reversed, runInOrder } from '../../../../scripts/verify/emulator/in-order';

/** Work whose beginnings and ends are written down. */
function written(failing: readonly string[] = []) {
  const said: string[] = [];
  let running = 0;
  let most = 0;
  const work = async (name: string): Promise<boolean> => {
    said.push(`+${name}`);
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 1));
    running -= 1;
    said.push(`-${name}`);
    return !failing.includes(name);
  };
  return { said, work, mostAtOnce: () => most };
}

test('does each after what it depends on', async () => {
  const { said, work } = written();
  const before = { service: ['cluster', 'network'], cluster: ['network'] };

  const result = await runInOrder({
    names: ['service', 'cluster', 'network'],
    before,
    parallel: 3,
    work,
  });

  expect(said).toEqual(['+network', '-network', '+cluster', '-cluster', '+service', '-service']);
  expect(result).toEqual({ done: ['network', 'cluster', 'service'], failed: [], skipped: [] });
});

test.each([1, 2, 3])('does no more than %i at a time', async (parallel) => {
  const { work, mostAtOnce } = written();

  await runInOrder({ names: ['a', 'b', 'c', 'd'], before: {}, parallel, work });

  expect(mostAtOnce()).toBe(parallel);
});

test('skips what depends on a failure, directly or not, and does the rest', async () => {
  const { work } = written(['network']);
  const before = { cluster: ['network'], service: ['cluster'] };

  const result = await runInOrder({
    names: ['network', 'cluster', 'service', 'dns'],
    before,
    parallel: 2,
    work,
  });

  expect(result).toEqual({ done: ['dns'], failed: ['network'], skipped: ['cluster', 'service'] });
});

test('counts as done what is not to be done here', async () => {
  const { work } = written();

  const result = await runInOrder({
    names: ['service'],
    before: { service: ['elsewhere'] },
    parallel: 1,
    work,
  });

  expect(result.done).toEqual(['service']);
});

test('skips what depends on itself instead of waiting for ever', async () => {
  const { work } = written();

  const result = await runInOrder({
    names: ['a', 'b'],
    before: { a: ['b'], b: ['a'] },
    parallel: 2,
    work,
  });

  expect(result).toEqual({ done: [], failed: [], skipped: ['a', 'b'] });
});

test('turns dependencies round', () => {
  expect(reversed({ service: ['cluster', 'network'], cluster: ['network'] })).toEqual({
    cluster: ['service'],
    network: ['service', 'cluster'],
  });
});
