import {
  activeActive,
  DynamoTable,
  ObjectBucket,
  PostgresDatabase,
  primary,
  Service,
  Topic,
  regional,
} from '../../../lib/model';
import { catalogApi } from '../contracts/catalog.gen';
import { PriceChanged } from '../contracts/price-changed.gen';
import { pricingService } from '../contracts/pricing.gen';
import { ProductChanged } from '../contracts/product-changed.gen';
import { ReviewPosted } from '../contracts/review-posted.gen';
import { reviewApi } from '../contracts/review.gen';
import { catalog, image } from '../landscape';

/** What the shop sells. */
export const products = new Service(catalog, 'catalog-service', {
  image: image('catalog-service'),
  api: catalogApi,
  replicas: { min: 4, max: 12 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 150, peak: 900 },
  objective: { availability: '99.95%', latency: { p99: '15ms' } },
  processing: '6ms',
});
const productTable = new DynamoTable(products, 'products', {
  partitionKey: { name: 'productId', type: 'S' },
  placement: activeActive({ conflict: 'last-writer-wins' }),
});
/** Pictures of products are put there by those who buy at home, and shown everywhere; a page without them is one that sells. */
new ObjectBucket(products, 'images', {
  placement: primary('ap-northeast-2', { readers: 'everywhere' }),
  criticality: 'optional',
});
/** The table's stream carries every change in every region, so each region publishes it to its own topic. */
export const productChanged = new Topic(products, 'product-changed', {
  partitions: 24,
  event: ProductChanged,
  key: 'productId',
  peak: 10,
  recordSize: '2Ki',
  placement: regional({ partitionedBy: 'region: each publishes from its own replica' }),
});
products.publishes(productChanged, { outbox: productTable });

/** What a basket costs, for whom, today. Price lists are written at home and read everywhere. */
export const pricing = new Service(catalog, 'pricing-service', {
  image: image('pricing-service'),
  api: pricingService,
  replicas: { min: 3, max: 12 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 200, peak: 800 },
  objective: { availability: '99.95%', latency: { p99: '12ms' } },
  processing: '5ms',
});
const priceLists = new PostgresDatabase(pricing, 'price-lists', {
  storage: '20Gi',
  poolPerReplica: 10,
  placement: primary('ap-northeast-2', { readers: 'everywhere' }),
});
export const priceChanged = new Topic(pricing, 'price-changed', {
  partitions: 24,
  event: PriceChanged,
  key: 'productId',
  peak: 10,
  recordSize: '0.5Ki',
  placement: primary('ap-northeast-2', { readers: 'everywhere' }),
});
pricing.publishes(priceChanged, { outbox: priceLists });

/** What customers think of products. */
export const reviews = new Service(catalog, 'review-service', {
  image: image('review-service'),
  api: reviewApi,
  replicas: { min: 2, max: 8 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 120, peak: 465 },
  objective: { availability: '99.9%', latency: { p99: '25ms' } },
  processing: '8ms',
});
const reviewTable = new DynamoTable(reviews, 'reviews', {
  partitionKey: { name: 'productId', type: 'S' },
  sortKey: { name: 'reviewId', type: 'S' },
  placement: activeActive({ conflict: 'last-writer-wins' }),
});
export const reviewPosted = new Topic(reviews, 'review-posted', {
  partitions: 36,
  event: ReviewPosted,
  key: 'productId',
  peak: 5,
  recordSize: '4Ki',
  placement: regional({ partitionedBy: 'region: each publishes from its own replica' }),
});
reviews.publishes(reviewPosted, { outbox: reviewTable });
