import { primary, regional, Topic, type Region } from '../../lib/model';
import { planReplication } from '../../lib/plan/replication-plan';
import { soundSystem } from '../support/systems';
import { PLACE, regionOf } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });

function replicated() {
  const sound = soundSystem({
    production: { regions: REGIONS },
    database: { placement: HOME },
    topic: { placement: HOME },
  });
  const topics = [
    ['refunded', primary('us-east-1', { readers: 'everywhere' })],
    ['cancelled', primary('us-east-1', { readers: ['eu-west-1'] })],
    ['stocked', primary('us-west-2', { readers: ['eu-west-1'] })],
    ['kept', primary('us-west-2')],
    ['local', HOME],
  ] as const;
  return {
    ...sound,
    topics: topics.map(
      ([name, placement]) => new Topic(sound.orders, name, { partitions: 3, key: 'id', placement }),
    ),
  };
}

test('a region takes topics from each region that writes some for it, in the order of regions', () => {
  const { production, topics } = replicated();
  expect(planReplication(production, 'eu-west-1', PLACE, topics)).toStrictEqual([
    {
      name: 'shop-production-from-us-east-1-to-eu-west-1',
      from: 'us-east-1',
      topics: ['cancelled', 'refunded'],
    },
    {
      name: 'shop-production-from-us-west-2-to-eu-west-1',
      from: 'us-west-2',
      topics: ['stocked'],
    },
  ]);
});

test.each([
  ['us-east-1', []],
  ['us-west-2', [['us-east-1', ['refunded']]]],
] as const)('%s takes %j', (region, expected) => {
  const { production, topics } = replicated();
  expect(
    planReplication(production, region, PLACE, topics).map(({ from, topics: names }) => [
      from,
      names,
    ]),
  ).toStrictEqual(expected);
});

test('the order of topics does not count', () => {
  const { production, topics } = replicated();
  const plan = (list: readonly Topic[]) => planReplication(production, 'eu-west-1', PLACE, list);
  expect(plan(topics.toReversed())).toStrictEqual(plan(topics));
});

describe('the plan of a region', () => {
  test('says what its Kafka takes', () => {
    const { system } = replicated();
    const sources = (region: Region) =>
      regionOf(system, region).replications.map(({ from }) => from);
    expect(REGIONS.map(sources)).toStrictEqual([['us-east-1', 'us-west-2'], [], ['us-east-1']]);
  });

  test('takes nothing to a Kafka that exists already', () => {
    const { system, production } = replicated();
    production.existing('eu-west-1', {
      kafka: {
        clusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/shared/1',
        bootstrapBrokers: 'b-1.example.com:9098',
      },
    });
    expect(regionOf(system, 'eu-west-1').replications).toStrictEqual([]);
  });
});
