// Written by `groundplan contracts` from payment-settled.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'payment-settled.avsc',
  digest: 'sha256:d00509e1bbb7bb91eb3c070f7d0eff2c9f90286d0d0041f3bf1706a1c03cf66b',
};

/** The event shop.payment.PaymentSettled. */
export const PaymentSettled = new EventSchema('shop.payment.PaymentSettled', {
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
    status: {
      type: 'enum',
      required: true,
    },
    amount: {
      type: 'record',
      required: true,
    },
    'amount.currency': {
      type: 'string',
      required: true,
    },
    'amount.minorUnits': {
      type: 'long',
      required: true,
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
    settledAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"An order has been paid for, or will not be.","fields":[{"name":"orderId","type":"string"},{"name":"userId","type":"string"},{"name":"status","type":{"default":"REFUSED","name":"PaymentStatus","symbols":["SETTLED","REFUSED"],"type":"enum"}},{"name":"amount","type":{"doc":"An amount in the smallest unit of a currency of ISO 4217.","fields":[{"name":"currency","type":"string"},{"name":"minorUnits","type":"long"}],"name":"Money","type":"record"}},{"name":"lines","type":{"items":{"fields":[{"name":"productId","type":"string"},{"name":"quantity","type":"int"}],"name":"PaidLine","type":"record"},"type":"array"}},{"name":"settledAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"PaymentSettled","namespace":"shop.payment","type":"record"}',
  source,
});
