// Written by `groundplan contracts` from review-posted.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'review-posted.avsc',
  digest: 'sha256:de288c4976484cb247e848a678fedbf5354000aa76d5af51f561bd820ee777af',
};

/** The event shop.catalog.ReviewPosted. */
export const ReviewPosted = new EventSchema('shop.catalog.ReviewPosted', {
  format: 'AVRO',
  fields: {
    productId: {
      type: 'string',
      required: true,
    },
    reviewId: {
      type: 'string',
      required: true,
    },
    userId: {
      type: 'string',
      required: true,
    },
    stars: {
      type: 'int',
      required: true,
    },
    text: {
      type: 'string',
      required: true,
    },
    postedAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A customer has said what they think of a product.","fields":[{"name":"productId","type":"string"},{"name":"reviewId","type":"string"},{"name":"userId","type":"string"},{"name":"stars","type":"int"},{"name":"text","type":"string"},{"name":"postedAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"ReviewPosted","namespace":"shop.catalog","type":"record"}',
  source,
});
