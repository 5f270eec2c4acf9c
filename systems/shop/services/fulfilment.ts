import { DynamoTable, ObjectBucket, regional, Service, Topic } from '../../../lib/model';
import { inventoryService } from '../contracts/inventory.gen';
import { ShipmentDispatched } from '../contracts/shipment-dispatched.gen';
import { shippingService } from '../contracts/shipping.gen';
import { StockChanged } from '../contracts/stock-changed.gen';
import { fulfilment, image } from '../landscape';

/** What is on the shelves, and what of it is promised. */
export const inventory = new Service(fulfilment, 'inventory-service', {
  image: image('inventory-service'),
  api: inventoryService,
  replicas: { min: 4, max: 20 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 120, peak: 700 },
  objective: { availability: '99.985%', ownAvailability: '99.995%', latency: { p99: '15ms' } },
  processing: '6ms',
});
const stock = new DynamoTable(inventory, 'stock', {
  partitionKey: { name: 'productId', type: 'S' },
  placement: regional({ partitionedBy: 'warehouse region' }),
});
export const stockChanged = new Topic(inventory, 'stock-changed', {
  partitions: 24,
  event: StockChanged,
  key: 'productId',
  peak: 60,
  recordSize: '0.5Ki',
  placement: regional({ partitionedBy: 'warehouse region' }),
});
inventory.publishes(stockChanged, { outbox: stock });
inventory.changes('ReserveStock', stock);
inventory.changes('ReleaseStock', stock);

/** How a parcel gets to its customer. */
export const shipping = new Service(fulfilment, 'shipping-service', {
  image: image('shipping-service'),
  api: shippingService,
  handles: ['pii'],
  replicas: { min: 3, max: 12 },
  resources: { cpu: '250m', memory: '512Mi' },
  throughput: { perReplica: 60, peak: 180 },
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
  event: ShipmentDispatched,
  key: 'orderId',
  peak: 60,
  recordSize: '1Ki',
  placement: regional({ partitionedBy: 'warehouse region' }),
});
shipping.publishes(shipmentDispatched, { outbox: shipments });
