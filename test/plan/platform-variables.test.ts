import { readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { platformVariables } from '../../lib/plan/platform-variables';
import { planSystem } from '../../lib/plan';
import { soundSystem } from '../support/systems';

test('platformVariables are the variables of the plan that were not asked for', () => {
  const { system, web, orders } = soundSystem({
    web: { config: { COLOUR: 'red' }, secrets: { TOKEN: 'token' } },
  });
  const variablesOf = platformVariables(indexSystem(readSystem(system)));
  const planned = new Map(
    planSystem(system)
      .environments.flatMap(({ regions }) => regions)
      .flatMap(({ services }) => services)
      .map(({ name, environment: { literals, parameters } }) => [
        name,
        [...Object.keys(literals), ...Object.keys(parameters)].sort(),
      ]),
  );

  expect([...variablesOf(orders)].sort()).toStrictEqual(planned.get('orders'));
  expect([...variablesOf(web), 'COLOUR'].sort()).toStrictEqual(planned.get('web'));
  expect([...variablesOf(web)].sort()).toStrictEqual([
    'AWS_REGION',
    'KAFKA_BROKERS',
    'KAFKA_GROUP',
    'ORDERS_ADDRESS',
    'SERVICE_NAME',
    'TOPIC_ORDER_PLACED',
  ]);
});
