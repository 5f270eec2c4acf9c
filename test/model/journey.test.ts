import { Journey } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, untyped } from './lines';

const PATH = 'shop/Journey.buy';

test('a journey keeps its steps in order', () => {
  const { system, web } = soundSystem();
  const steps = [web.api.operation('Browse'), web.api.operation('Checkout')];
  const journey = new Journey(system, 'buy', { steps, peak: 50 });
  expect(journey).toMatchObject({ kind: 'Journey', name: 'buy', peak: 50 });
  expect(journey.steps.map(({ name }) => name)).toStrictEqual(['Browse', 'Checkout']);
  expect(lines(system)).toStrictEqual([]);
});

test('a journey has steps and a peak', () => {
  const { system } = soundSystem();
  new Journey(system, 'buy', { steps: [], peak: 0 });
  expect(lines(system)).toStrictEqual([
    `DCL-003 [${PATH}] peak is 0, it must be a whole number of at least 1; set peak to 1 or more`,
    `DCL-012 [${PATH}] a journey has no steps; name the operations it asks for`,
  ]);
});

test('a step is an operation that exists', () => {
  const { system, web } = soundSystem();
  // @ts-expect-error -- misspelt
  new Journey(system, 'buy', { steps: [web.api.operation('Chekout')], peak: 1 });
  expect(lines(system)).toStrictEqual([
    `DCL-004 [${PATH}] operation 'Chekout' does not exist on web; use one of Browse, Checkout`,
  ]);
});

test('a step that is missing or of another system is reported, and not kept', () => {
  const { system, web } = soundSystem();
  const foreign = soundSystem().web.api.operation('Browse');
  const journey = new Journey(system, 'buy', {
    steps: [untyped(undefined), web.api.operation('Checkout'), foreign],
    peak: 1,
  });
  expect(journey.steps.map(({ name }) => name)).toStrictEqual(['Checkout']);
  expect(lines(system)).toStrictEqual([
    `DCL-013 [${PATH}] the service of a step 'web' belongs to the system 'shop'; declare it in 'shop'`,
    `DCL-013 [${PATH}] the service of a step is undefined; declare it before it is used: modules that import each other see nothing yet`,
  ]);
});
