import { PostgresDatabase, RedisCache, regional, Service } from '../../../lib/model';
import { searchApi } from '../contracts/search.gen';
import { storefrontApi } from '../contracts/storefront.gen';
import { image, shopping } from '../landscape';

/** The face of the shop: what browsers and apps talk to. */
export const storefront = new Service(shopping, 'storefront', {
  image: image('storefront'),
  api: storefrontApi,
  handles: ['pii'],
  replicas: { min: 6, max: 24 },
  resources: { cpu: '1', memory: '1Gi' },
  throughput: { perReplica: 100, peak: 1_525 },
  objective: { availability: '99.95%', ownAvailability: '99.99%', latency: { p99: '100ms' } },
  processing: '5ms',
});
new RedisCache(storefront, 'pages', {
  placement: regional({ partitionedBy: 'region: each caches what it serves' }),
});

/** Finds products by words; its index is built from events, 80 a second at the peak, and can be built again. */
export const search = new Service(shopping, 'search-service', {
  image: image('search-service'),
  api: searchApi,
  replicas: { min: 3, max: 12 },
  resources: { cpu: '1', memory: '2Gi' },
  throughput: { perReplica: 60, peak: 480 },
  objective: { availability: '99.9%', latency: { p99: '50ms' } },
  processing: '40ms',
});
export const productIndex = new PostgresDatabase(search, 'product-index', {
  storage: '50Gi',
  poolPerReplica: 10,
  placement: regional({ partitionedBy: 'region: each builds the whole index from events' }),
});
