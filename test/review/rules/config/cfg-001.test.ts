import { soundSystem } from '../../../support/systems';
import { breaches, ORDERS, WEB } from '../../breaches';

describe('CFG-001', () => {
  test('accepts variables of ones own', () => {
    const { system } = soundSystem({ web: { config: { COLOUR: 'red' }, secrets: { KEY: 'key' } } });

    expect(breaches(system, 'CFG-001')).toStrictEqual([]);
  });

  test.each([
    'SERVICE_NAME',
    'AWS_REGION',
    'ORDERS_ADDRESS',
    'TOPIC_ORDER_PLACED',
    'KAFKA_BROKERS',
  ])('refuses %s in config', (variable) => {
    const { system } = soundSystem({ web: { config: { [variable]: 'mine', COLOUR: 'red' } } });

    expect(breaches(system, 'CFG-001')).toStrictEqual([
      {
        path: WEB,
        problem: `config sets ${variable}, which the platform derives for web`,
        numbers: { variable },
        fix: `remove ${variable} from config, or give it another name`,
      },
    ]);
  });

  test('refuses them in secrets, once for all regions', () => {
    const { system } = soundSystem({
      orders: { secrets: { POSTGRES_ORDERS_HOST: 'host' } },
      production: { regions: ['eu-west-1', 'us-east-1'] },
    });

    expect(breaches(system, 'CFG-001').map(({ path, problem }) => [path, problem])).toStrictEqual([
      [ORDERS, 'secrets sets POSTGRES_ORDERS_HOST, which the platform derives for orders'],
    ]);
  });

  test('accepts what is derived for another service', () => {
    const { system } = soundSystem({ web: { config: { POSTGRES_ORDERS_HOST: 'host' } } });

    expect(breaches(system, 'CFG-001')).toStrictEqual([]);
  });
});
