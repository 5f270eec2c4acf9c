// Written by `groundplan contracts` from order-placed.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'order-placed.avsc',
  digest: 'sha256:00a64d22cacb115751d3d59e44e47ded6345549b54de463037544cd2320a9256',
};

/** The event shop.order.OrderPlaced. */
export const OrderPlaced = new EventSchema('shop.order.OrderPlaced', {
  format: 'AVRO',
  fields: {
    orderId: {
      type: 'string',
      required: true,
    },
    userId: {
      type: 'string',
      required: true,
    },
    email: {
      type: 'string',
      required: true,
      classification: 'pii',
    },
    lines: {
      type: 'array',
      required: true,
    },
    'lines[].productId': {
      type: 'string',
      required: true,
    },
    'lines[].quantity': {
      type: 'int',
      required: true,
    },
    'lines[].price': {
      type: 'record',
      required: true,
    },
    'lines[].price.currency': {
      type: 'string',
      required: true,
    },
    'lines[].price.minorUnits': {
      type: 'long',
      required: true,
    },
    total: {
      type: 'record',
      required: true,
    },
    'total.currency': {
      type: 'string',
      required: true,
    },
    'total.minorUnits': {
      type: 'long',
      required: true,
    },
    shipTo: {
      type: 'record',
      required: true,
    },
    'shipTo.recipient': {
      type: 'string',
      required: true,
      classification: 'pii',
    },
    'shipTo.lines': {
      type: 'array',
      required: true,
      classification: 'pii',
    },
    'shipTo.postalCode': {
      type: 'string',
      required: true,
      classification: 'pii',
    },
    'shipTo.country': {
      type: 'string',
      required: true,
    },
    placedAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A customer has placed an order.","fields":[{"name":"orderId","type":"string"},{"name":"userId","type":"string"},{"classification":"pii","name":"email","type":"string"},{"name":"lines","type":{"items":{"fields":[{"name":"productId","type":"string"},{"name":"quantity","type":"int"},{"name":"price","type":{"doc":"An amount in the smallest unit of a currency of ISO 4217.","fields":[{"name":"currency","type":"string"},{"name":"minorUnits","type":"long"}],"name":"Money","type":"record"}}],"name":"OrderLine","type":"record"},"type":"array"}},{"name":"total","type":"Money"},{"name":"shipTo","type":{"fields":[{"classification":"pii","name":"recipient","type":"string"},{"classification":"pii","name":"lines","type":{"items":"string","type":"array"}},{"classification":"pii","name":"postalCode","type":"string"},{"name":"country","type":"string"}],"name":"Address","type":"record"}},{"name":"placedAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"OrderPlaced","namespace":"shop.order","type":"record"}',
  source,
});
