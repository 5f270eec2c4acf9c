/**
 * The shop after a few months in staging: one database is larger, a service announces something new, and there is a
 * service that did not exist, with data of its own.
 */
import {
  Api,
  DynamoTable,
  readSystem,
  regional,
  Service,
  Topic,
  type EntityOf,
} from '../../../lib/model';
import { image, ordering } from '../../../systems/shop/landscape';
import { orders } from '../../../systems/shop/services/ordering';
import { system } from '../../../systems/shop/system';

const SERVICE = 'gift-service';
const REGIONAL = regional({ partitionedBy: 'customer home region' });
const { environments, stores } = readSystem(system);

export const gifts = new Service(ordering, SERVICE, {
  image: image(SERVICE),
  api: Api.grpc('shop.gift.v1.GiftService', { WrapGift: { idempotent: true } }),
  replicas: { min: 3, max: 6 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 20 },
  objective: { availability: '99.9%' },
  processing: '5ms',
});
const wrapped = new DynamoTable(gifts, 'gifts', {
  partitionKey: { name: 'orderId', type: 'S' },
  placement: REGIONAL,
});
const given = new Topic(gifts, 'gift-given', {
  partitions: 60,
  key: 'orderId',
  placement: REGIONAL,
});
gifts.publishes(given, { outbox: wrapped });
orders.consumes(given);

gifts.acknowledge('REL-001', {
  reason: 'it is tried in staging first, no release of production names it',
  until: '2030-01-01',
});

const database = stores.find(
  (store): store is EntityOf<'PostgresDatabase'> =>
    store.kind === 'PostgresDatabase' && store.owner === orders,
);
for (const environment of environments) {
  environment.size(gifts, { replicas: { min: 1, max: 3 } });
  if (environment.name === 'staging' && database !== undefined)
    environment.size(database, { instanceClass: 'db.r8g.large', instances: 2 });
}

export { system };
