import { activeActive, ObjectBucket, primary, RedisCache, regional } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';
import { lines } from './lines';

const HOME = regional({ partitionedBy: 'customer home region' });

function owner() {
  const { system, context } = emptyContext();
  return { system, orders: addService(context, 'orders') };
}

test('a bucket is required unless it is said otherwise', () => {
  const { orders } = owner();
  expect(new ObjectBucket(orders, 'labels')).toMatchObject({ criticality: 'required' });
  expect(
    new ObjectBucket(orders, 'photos', { criticality: 'optional', placement: HOME }),
  ).toMatchObject({ criticality: 'optional', placement: HOME, owner: orders });
});

test.each([
  ['of its own', HOME],
  ['read from one region', primary('eu-west-1', { readers: 'everywhere' })],
  ['written everywhere', activeActive({ conflict: 'last-writer-wins' })],
])('a bucket may be %s', (_, placement) => {
  const { system, orders } = owner();
  expect(new ObjectBucket(orders, 'labels', { placement }).placement).toBe(placement);
  expect(lines(system)).toStrictEqual([]);
});

test('a bucket says where it lives in words of a placement', () => {
  const { orders } = owner();
  // @ts-expect-error -- a placement is made by one of its three functions
  new ObjectBucket(orders, 'labels', { placement: 'everywhere' });
  // @ts-expect-error -- another resolution of conflicts is not had
  new ObjectBucket(orders, 'photos', { placement: activeActive({ conflict: 'merge' }) });
  // @ts-expect-error -- of a cache each region has its own
  new RedisCache(orders, 'pages', { placement: primary('eu-west-1') });
  expect(orders.node.children).toHaveLength(3);
});
