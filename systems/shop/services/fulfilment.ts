import { Api, DynamoTable, ObjectBucket, regional, Service, Topic } from '../../../lib/model';
import { fulfilment, image } from '../landscape';

/** What is on the shelves, and what of it is promised. */
export const inventory = new Service(fulfilment, 'inventory-service', {
  image: image('inventory-service'),
  api: Api.grpc('shop.inventory.v1.InventoryService', {
    CheckStock: { safe: true },
    ReserveStock: { idempotent: true },
    ReleaseStock: { idempotent: true },
  }),
  replicas: { min: 4, max: 20 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 120, peak: 700 },
  objective: { availability: '99.98%', ownAvailability: '99.995%', latency: { p99: '15ms' } },
  processing: '6ms',
});
const stock = new DynamoTable(inventory, 'stock', {
  partitionKey: { name: 'productId', type: 'S' },
  placement: regional({ partitionedBy: 'warehouse region' }),
});
export const stockChanged = new Topic(inventory, 'stock-changed', {
  partitions: 24,
  key: 'productId',
  placement: regional({ partitionedBy: 'warehouse region' }),
});
inventory.publishes(stockChanged, { outbox: stock });

/** How a parcel gets to its customer. */
export const shipping = new Service(fulfilment, 'shipping-service', {
  image: image('shipping-service'),
  api: Api.grpc('shop.shipping.v1.ShippingService', { QuoteShipping: { safe: true } }),
  replicas: { min: 3, max: 12 },
  resources: { cpu: '250m', memory: '512Mi' },
  throughput: { perReplica: 60, peak: 120 },
  objective: { availability: '99.9%', latency: { p99: '20ms' } },
  processing: '8ms',
  secrets: { CARRIER_API_KEY: 'carrier-api-key' },
});
const shipments = new DynamoTable(shipping, 'shipments', {
  partitionKey: { name: 'orderId', type: 'S' },
  placement: regional({ partitionedBy: 'warehouse region' }),
});
new ObjectBucket(shipping, 'labels', {
  placement: regional({ partitionedBy: 'warehouse region' }),
  criticality: 'optional',
});
export const shipmentDispatched = new Topic(shipping, 'shipment-dispatched', {
  partitions: 60,
  key: 'orderId',
  placement: regional({ partitionedBy: 'warehouse region' }),
});
shipping.publishes(shipmentDispatched, { outbox: shipments });
