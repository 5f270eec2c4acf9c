import { activeActive, ObjectBucket, regional } from '../../lib/model';
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

test('a bucket is not replicated', () => {
  const { system, orders } = owner();
  const placement = activeActive({ conflict: 'last-writer-wins' });
  // @ts-expect-error -- each region has its own
  new ObjectBucket(orders, 'labels', { placement });
  expect(lines(system)).toStrictEqual([]);
});
