import { primary, regional, type Region, type TopicProps } from '../../lib/model';
import { copiesOf, isCopiedFrom, isWrittenIn, planTopic } from '../../lib/plan/topic-plan';
import { soundSystem } from '../support/systems';
import { PLACE, serviceOf } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });

function placed(placement: TopicProps['placement'], regions: readonly Region[] = REGIONS) {
  const { production: environment, topic } = soundSystem({
    production: { regions },
    topic: { placement },
  });
  return {
    written: regions.filter((region) => isWrittenIn(environment, region, topic)),
    copiedFrom: regions.filter((region) => isCopiedFrom(environment, region, topic)),
    copies: copiesOf(environment, topic),
  };
}

test('a topic is planned in base units', () => {
  const { topic, production } = soundSystem({ topic: { retention: '12h' } });
  expect(planTopic(production, PLACE, topic)).toStrictEqual({
    name: 'order-placed',
    partitions: 12,
    retentionMs: 43_200_000,
    key: 'orderId',
  });
});

describe('a topic lives', () => {
  test.each([
    ['undeclared', undefined, REGIONS, [], []],
    ['regional', HOME, REGIONS, [], []],
    [
      'primary, read everywhere',
      primary('us-east-1', { readers: 'everywhere' }),
      ['us-east-1'],
      ['us-east-1'],
      ['eu-west-1', 'us-west-2'],
    ],
    [
      'primary, read somewhere',
      primary('us-east-1', { readers: ['us-west-2'] }),
      ['us-east-1'],
      ['us-east-1'],
      ['us-west-2'],
    ],
    ['primary, read nowhere', primary('us-east-1'), ['us-east-1'], [], []],
    [
      'primary, read where it is written',
      primary('us-east-1', { readers: ['us-east-1'] }),
      ['us-east-1'],
      [],
      [],
    ],
  ] as const)('%s', (_name, placement, written, copiedFrom, copies) => {
    expect(placed(placement)).toStrictEqual({ written: [...written], copiedFrom, copies });
  });

  test('in the only region of an environment, wherever others write', () => {
    expect(placed(primary('us-east-1', { readers: 'everywhere' }), ['eu-west-1'])).toStrictEqual({
      written: ['eu-west-1'],
      copiedFrom: [],
      copies: [],
    });
  });
});

describe('a topic with a primary', () => {
  const inRegion = (service: string, region: Region) => {
    const { system } = soundSystem({
      production: { regions: REGIONS },
      database: { placement: HOME },
      topic: { placement: primary('us-east-1', { readers: 'everywhere' }) },
    });
    return serviceOf(system, service, region);
  };
  const grants = (service: string, region: Region) =>
    inRegion(service, region)
      .role.grants.map(({ sid }) => sid)
      .filter((sid) => sid.startsWith('Kafka'));

  test('is made where it is written, and nowhere else', () => {
    expect(
      REGIONS.map((region) => inRegion('orders', region).topics.map(({ name }) => name)),
    ).toStrictEqual([[], ['order-placed'], []]);
  });

  test('may be written where it is written, and nowhere else', () => {
    expect(REGIONS.map((region) => grants('orders', region))).toStrictEqual([
      [],
      ['KafkaCluster', 'KafkaPublish'],
      [],
    ]);
  });

  test('may be read everywhere', () => {
    const everywhere = ['KafkaCluster', 'KafkaConsume', 'KafkaGroup'];
    expect(REGIONS.map((region) => grants('web', region))).toStrictEqual([
      everywhere,
      everywhere,
      everywhere,
    ]);
  });
});
