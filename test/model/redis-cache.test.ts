import { RedisCache, regional } from '../../lib/model';
import { addService, emptyContext } from '../support/systems';

const HOME = regional({ partitionedBy: 'customer home region' });

function owner() {
  const { system, context } = emptyContext();
  return { system, orders: addService(context, 'orders') };
}

test('a cache is optional unless it is said otherwise', () => {
  const { orders } = owner();
  expect(new RedisCache(orders, 'pages')).toMatchObject({ criticality: 'optional' });
  expect(
    new RedisCache(orders, 'sessions', { criticality: 'required', placement: HOME }),
  ).toMatchObject({ criticality: 'required', placement: HOME, owner: orders });
});
