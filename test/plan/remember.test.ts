import { readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { remember, rememberIn } from '../../lib/plan/remember';
import { soundSystem } from '../support/systems';

test('what follows from a system is made once, and for another system anew', () => {
  let made = 0;
  const count = remember(() => (made += 1));
  const [one, two] = [soundSystem(), soundSystem()].map(({ system }) =>
    indexSystem(readSystem(system)),
  );
  if (one === undefined || two === undefined) throw new Error('there is no index');

  expect([count(one), count(one), count(two), count(one)]).toStrictEqual([1, 1, 2, 1]);
});

test('what follows in an environment is made once for each', () => {
  let made = 0;
  const count = rememberIn(() => (made += 1));
  const { system, production } = soundSystem();
  const { production: other } = soundSystem();
  const index = indexSystem(readSystem(system));

  expect([count(index, production), count(index, production), count(index, other)]).toStrictEqual([
    1, 1, 2,
  ]);
});
