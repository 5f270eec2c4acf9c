import { DynamoTable, Environment, RedisCache, readSystem, Topic } from '../../lib/model';
import {
  compositeAvailability,
  compositesOf,
  neededOf,
  requiredCalls,
  shareOfLoss,
} from '../../lib/plan/availability';
import { indexSystem } from '../../lib/plan/index-of-system';
import { addService, emptyContext, soundSystem } from '../support/systems';

describe('compositeAvailability', () => {
  test('multiplies: three parts of 99.99% are there together 99.970003%', () => {
    expect(compositeAvailability([999_900_000, 999_900_000, 999_900_000])).toBe(999_700_030);
  });

  test('is whole without parts', () => {
    expect(compositeAvailability([])).toBe(1_000_000_000);
  });

  test('is no number when a part is none', () => {
    expect(compositeAvailability([999_900_000, Number.NaN])).toBeNaN();
  });
});

describe('shareOfLoss', () => {
  test('gives each of equal parts an equal share', () => {
    const whole = compositeAvailability([999_000_000, 999_000_000, 999_000_000, 999_000_000]);

    expect(shareOfLoss(999_000_000, whole)).toBeCloseTo(0.25, 5);
  });

  test('gives the only part all of it', () => {
    expect(shareOfLoss(995_000_000, 995_000_000)).toBe(1);
  });
});

describe('neededOf', () => {
  test('says what a part must offer for the whole to reach a promise', () => {
    const whole = compositeAvailability([999_000_000, 998_000_000]);

    const needed = neededOf(998_000_000, whole, 998_500_000);

    expect(compositeAvailability([999_000_000, needed])).toBeGreaterThanOrEqual(998_500_000);
    expect(compositeAvailability([999_000_000, needed - 10])).toBeLessThan(998_500_000);
  });
});

describe('compositesOf', () => {
  const of = (system: ReturnType<typeof soundSystem>, name: string) => {
    const index = indexSystem(readSystem(system.system));
    const found = compositesOf(index, system.production);
    return found.find(({ service }) => service.name === name);
  };

  test('takes a service, what it requires and their required stores', () => {
    const sound = soundSystem();

    expect(of(sound, 'orders')).toMatchObject({
      parts: 2,
      availability: compositeAvailability([999_500_000, 999_900_000]),
    });
    expect(of(sound, 'web')).toMatchObject({
      parts: 3,
      availability: compositeAvailability([997_500_000, 999_500_000, 999_900_000]),
    });
  });

  test('names the costliest parts first, three at most', () => {
    const sound = soundSystem();
    new DynamoTable(sound.orders, 'carts', { partitionKey: { name: 'id', type: 'S' } });

    const costliest = of(sound, 'web')?.costliest.map(({ kind, name }) => `${kind} ${name}`);

    expect(costliest).toStrictEqual(['service web', 'service orders', 'store carts']);
  });

  test('leaves optional calls and optional stores out', () => {
    const sound = soundSystem({ weight: { criticality: 'optional', fallback: 'default' } });
    new RedisCache(sound.web, 'pages');

    expect(of(sound, 'web')).toMatchObject({ parts: 1, availability: 997_500_000 });
  });

  test('counts a part once, however many ways lead to it', () => {
    const sound = soundSystem();
    const middle = addService(sound.context, 'middle');
    const required = { timeout: '1s', criticality: 'required' } as const;
    sound.web.calls(middle.api.operation('Do'), required);
    middle.calls(sound.orders.api.operation('PlaceOrder'), required);

    expect(of(sound, 'web')?.parts).toBe(4);
  });

  test('adds the broker once when services publish without outbox', () => {
    const sound = soundSystem();
    const before = of(sound, 'web');
    const { system, context } = emptyContext();
    const [a, b] = [addService(context, 'a'), addService(context, 'b')];
    a.calls(b.api.operation('Do'), { timeout: '1s', criticality: 'required' });
    a.publishes(topicOf(a, 'a-done'));
    b.publishes(topicOf(b, 'b-done'));
    const production = new Environment(system, 'production', {
      account: '111122223333',
      protection: 'retain',
      regions: ['eu-west-1'],
    });

    const [first] = compositesOf(indexSystem(readSystem(system)), production).filter(
      ({ service }) => service === a,
    );

    expect(before?.parts).toBe(3);
    expect(first?.parts).toBe(3);
    expect(first?.costliest[0]).toMatchObject({ kind: 'broker', availability: 999_000_000 });
  });

  test('gives services that need each other the same', () => {
    const { system, context } = emptyContext();
    const services = ['a', 'b', 'c'].map((name) => addService(context, name));
    services.forEach((service, i) => {
      const next = services[(i + 1) % 3];
      if (next) service.calls(next.api.operation('Do'), { timeout: '1s', criticality: 'required' });
    });
    const production = new Environment(system, 'production', {
      account: '111122223333',
      protection: 'retain',
      regions: ['eu-west-1'],
    });

    const found = compositesOf(indexSystem(readSystem(system)), production);

    expect(found.map(({ parts }) => parts)).toStrictEqual([3, 3, 3]);
  });

  test('counts right beyond the bits of one word', () => {
    const { system, context } = emptyContext();
    const services = Array.from({ length: 100 }, (_, i) => addService(context, `s${i}`));
    services.slice(1).forEach((service, i) => {
      services[i]?.calls(service.api.operation('Do'), { timeout: '1s', criticality: 'required' });
    });
    const production = new Environment(system, 'production', {
      account: '111122223333',
      protection: 'retain',
      regions: ['eu-west-1'],
    });

    const found = compositesOf(indexSystem(readSystem(system)), production);
    const parts = new Map(found.map((composite) => [composite.service.name, composite.parts]));

    expect(services.map(({ name }) => parts.get(name))).toStrictEqual(
      services.map((_, i) => 100 - i),
    );
  });
});

describe('requiredCalls', () => {
  test('names each callee once and leaves a call to itself out', () => {
    const { system, context } = emptyContext();
    const [a, b] = [addService(context, 'a'), addService(context, 'b')];
    const required = { timeout: '1s', criticality: 'required' } as const;
    a.calls(b.api.operation('Do'), required);
    a.calls(b.api.operation('Do'), required);
    b.calls(b.api.operation('Do'), required);

    expect([...requiredCalls(indexSystem(readSystem(system)))]).toStrictEqual([
      ['a', ['b']],
      ['b', []],
    ]);
  });
});

function topicOf(owner: ReturnType<typeof addService>, name: string): Topic {
  return new Topic(owner, name, { partitions: 1, key: 'id' });
}
