import {
  activeActive,
  Api,
  DynamoTable,
  PostgresDatabase,
  regional,
  Service,
  Topic,
} from '../../../lib/model';
import { image, ordering } from '../landscape';

/** What a customer is about to buy. */
export const carts = new Service(ordering, 'cart-service', {
  image: image('cart-service'),
  api: Api.grpc('shop.cart.v1.CartService', {
    GetCart: { safe: true },
    PutItem: { idempotent: true },
    ClearCart: { idempotent: true },
  }),
  replicas: { min: 3, max: 12 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 150, peak: 300 },
  objective: { availability: '99.99%', ownAvailability: '99.995%', latency: { p99: '12ms' } },
  processing: '4ms',
});
new DynamoTable(carts, 'carts', {
  partitionKey: { name: 'cartId', type: 'S' },
  timeToLive: 'expiresAt',
  placement: activeActive({ conflict: 'last-writer-wins' }),
});

/** What a customer has bought: the heart of the shop. */
export const orders = new Service(ordering, 'order-service', {
  image: image('order-service'),
  api: Api.grpc('shop.order.v1.OrderService', {
    PlaceOrder: { idempotent: true },
    GetOrder: { safe: true },
  }),
  replicas: { min: 3, max: 30 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 50, peak: 240 },
  objective: { availability: '99.95%', ownAvailability: '99.995%', latency: { p99: '58ms' } },
  processing: '10ms',
});
const orderDatabase = new PostgresDatabase(orders, 'orders', {
  storage: '100Gi',
  poolPerReplica: 10,
  placement: regional({ partitionedBy: 'customer home region' }),
});
export const orderPlaced = new Topic(orders, 'order-placed', {
  partitions: 60,
  key: 'orderId',
  placement: regional({ partitionedBy: 'customer home region' }),
});
orders.publishes(orderPlaced, { outbox: orderDatabase });
