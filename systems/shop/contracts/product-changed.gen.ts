// Written by `groundplan contracts` from product-changed.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'product-changed.avsc',
  digest: 'sha256:159e1cd603fed1da27240aa85c9adefaef75e64da83f046679c612b7bc4edceb',
};

/** The event shop.catalog.ProductChanged. */
export const ProductChanged = new EventSchema('shop.catalog.ProductChanged', {
  format: 'AVRO',
  fields: {
    productId: {
      type: 'string',
      required: true,
    },
    title: {
      type: 'string',
      required: true,
    },
    description: {
      type: 'string',
      required: true,
    },
    categories: {
      type: 'array',
      required: true,
    },
    imageKey: {
      type: 'string',
    },
    changedAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A product is described otherwise than before.","fields":[{"name":"productId","type":"string"},{"name":"title","type":"string"},{"name":"description","type":"string"},{"name":"categories","type":{"items":"string","type":"array"}},{"default":null,"name":"imageKey","type":["null","string"]},{"name":"changedAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"ProductChanged","namespace":"shop.catalog","type":"record"}',
  source,
});
