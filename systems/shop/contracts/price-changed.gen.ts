// Written by `groundplan contracts` from price-changed.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'price-changed.avsc',
  digest: 'sha256:5a2e195186d3bc16934aed3997a9bc393e52f5173b851f8ab87424555517372c',
};

/** The event shop.pricing.PriceChanged. */
export const PriceChanged = new EventSchema('shop.pricing.PriceChanged', {
  format: 'AVRO',
  fields: {
    productId: {
      type: 'string',
      required: true,
    },
    price: {
      type: 'record',
      required: true,
    },
    'price.currency': {
      type: 'string',
      required: true,
    },
    'price.minorUnits': {
      type: 'long',
      required: true,
    },
    validFrom: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A product costs something else from a time on.","fields":[{"name":"productId","type":"string"},{"name":"price","type":{"doc":"An amount in the smallest unit of a currency of ISO 4217.","fields":[{"name":"currency","type":"string"},{"name":"minorUnits","type":"long"}],"name":"Money","type":"record"}},{"name":"validFrom","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"PriceChanged","namespace":"shop.pricing","type":"record"}',
  source,
});
