import {
  activeActive,
  DynamoTable,
  PostgresDatabase,
  regional,
  Service,
  Topic,
} from '../../../lib/model';
import { CartExpired } from '../contracts/cart-expired.gen';
import { cartService } from '../contracts/cart.gen';
import { OrderPlaced } from '../contracts/order-placed.gen';
import { orderService } from '../contracts/order.gen';
import { image, ordering } from '../landscape';

/** What a customer is about to buy. */
export const carts = new Service(ordering, 'cart-service', {
  image: image('cart-service'),
  api: cartService,
  replicas: { min: 3, max: 12 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 150, peak: 300 },
  objective: { availability: '99.99%', ownAvailability: '99.995%', latency: { p99: '12ms' } },
  processing: '4ms',
});
const cartTable = new DynamoTable(carts, 'carts', {
  partitionKey: { name: 'cartId', type: 'S' },
  timeToLive: 'expiresAt',
  placement: activeActive({ conflict: 'last-writer-wins' }),
});
export const cartExpired = new Topic(carts, 'cart-expired', {
  partitions: 48,
  event: CartExpired,
  key: 'cart_id',
  peak: 20,
  recordSize: '0.5Ki',
  placement: regional({ partitionedBy: 'region: each publishes from its own replica' }),
});
carts.publishes(cartExpired, { outbox: cartTable });

/** What a customer has bought: the heart of the shop. */
export const orders = new Service(ordering, 'order-service', {
  image: image('order-service'),
  api: orderService,
  handles: ['pii'],
  replicas: { min: 3, max: 30 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 50, peak: 240, concurrency: 32 },
  objective: { availability: '99.97%', ownAvailability: '99.995%', latency: { p99: '58ms' } },
  processing: '10ms',
});
const orderDatabase = new PostgresDatabase(orders, 'orders', {
  storage: '100Gi',
  poolPerReplica: 10,
  placement: regional({ partitionedBy: 'customer home region' }),
});
export const orderPlaced = new Topic(orders, 'order-placed', {
  partitions: 60,
  event: OrderPlaced,
  key: 'orderId',
  peak: 60,
  recordSize: '1Ki',
  placement: regional({ partitionedBy: 'customer home region' }),
});
orders.publishes(orderPlaced, { outbox: orderDatabase });
orders.changes('PlaceOrder', orderDatabase);
