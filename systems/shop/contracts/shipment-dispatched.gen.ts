// Written by `groundplan contracts` from shipment-dispatched.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'shipment-dispatched.avsc',
  digest: 'sha256:033500bd0e07b91606268b195ea41132ae153386bfa491dcdae6e097e5ff3f26',
};

/** The event shop.shipping.ShipmentDispatched. */
export const ShipmentDispatched = new EventSchema('shop.shipping.ShipmentDispatched', {
  format: 'AVRO',
  fields: {
    orderId: {
      type: 'string',
      required: true,
    },
    carrier: {
      type: 'string',
      required: true,
    },
    trackingCode: {
      type: 'string',
      required: true,
    },
    warehouseId: {
      type: 'string',
      required: true,
    },
    dispatchedAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A parcel has left the warehouse.","fields":[{"name":"orderId","type":"string"},{"name":"carrier","type":"string"},{"name":"trackingCode","type":"string"},{"name":"warehouseId","type":"string"},{"name":"dispatchedAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"ShipmentDispatched","namespace":"shop.shipping","type":"record"}',
  source,
});
