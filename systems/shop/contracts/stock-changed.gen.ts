// Written by `groundplan contracts` from stock-changed.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'stock-changed.avsc',
  digest: 'sha256:684d72ce1494848c19a4bea5ef0b11558319f90d63e33afd3e67f888112d3260',
};

/** The event shop.inventory.StockChanged. */
export const StockChanged = new EventSchema('shop.inventory.StockChanged', {
  format: 'AVRO',
  fields: {
    productId: {
      type: 'string',
      required: true,
    },
    warehouseId: {
      type: 'string',
      required: true,
    },
    available: {
      type: 'int',
      required: true,
    },
    reserved: {
      type: 'int',
      required: true,
    },
    changedAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"There is more or less of a product than before.","fields":[{"name":"productId","type":"string"},{"name":"warehouseId","type":"string"},{"name":"available","type":"int"},{"name":"reserved","type":"int"},{"name":"changedAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"StockChanged","namespace":"shop.inventory","type":"record"}',
  source,
});
