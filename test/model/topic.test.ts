import { activeActive, primary, regional, Topic } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines, ORDERS, untyped } from './lines';

function owner() {
  const { system, context } = emptyContext();
  return { system, orders: addService(context, 'orders') };
}

test('records are kept for a week unless it is said otherwise', () => {
  const { system, orders } = owner();
  const topic = new Topic(orders, 'placed', { partitions: 30, key: 'orderId' });
  expect(topic).toMatchObject({ partitions: 30, key: 'orderId', retention: 7 * 86_400_000 });
  expect([topic.owner, topic.placement]).toStrictEqual([orders, undefined]);
  expect(lines(system)).toStrictEqual([]);
});

test('a topic keeps what is said', () => {
  const { orders } = owner();
  const placement = regional({ partitionedBy: 'region' });
  expect(
    new Topic(orders, 'placed', { partitions: 1, key: 'id', retention: '12h', placement }),
  ).toMatchObject({ retention: 12 * 3_600_000, placement });
});

test('a topic has partitions and a retention', () => {
  const { system, orders } = owner();
  new Topic(orders, 'placed', { partitions: 0, key: 'id', retention: untyped('ever') });
  expect(lines(system)).toStrictEqual([
    `DCL-003 [${ORDERS}/Topic.placed] partitions is 0, it must be a whole number of at least 1; set partitions to 1 or more`,
    `DCL-003 [${ORDERS}/Topic.placed] retention: 'ever' is not a duration; write it like '250ms', '30s', '5m', '12h' or '7d'`,
  ]);
});

test('a topic may be written in one region and read in others, but not written in all', () => {
  const { system, orders } = owner();
  const placement = primary('eu-west-1', { readers: 'everywhere' });
  expect(new Topic(orders, 'placed', { partitions: 1, key: 'id', placement })).toMatchObject({
    placement,
  });
  const everywhere = activeActive({ conflict: 'last-writer-wins' });
  // @ts-expect-error -- records of two regions have no order
  new Topic(orders, 'cancelled', { partitions: 1, key: 'id', placement: everywhere });
  expect(lines(system)).toStrictEqual([]);
});
