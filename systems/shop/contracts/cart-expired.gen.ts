// Written by `groundplan contracts` from cart-expired.proto: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'cart-expired.proto',
  digest: 'sha256:e7abfb632fb4604fe2a450d444c0357a0ee141d26637b1218e3b0bba5f5b99df',
};

/** The event shop.cart.events.v1.CartExpired. */
export const CartExpired = new EventSchema('shop.cart.events.v1.CartExpired', {
  format: 'PROTOBUF',
  fields: {
    cart_id: {
      type: 'string',
    },
    user_id: {
      type: 'string',
    },
    product_ids: {
      type: 'repeated string',
    },
    expired_at: {
      type: 'google.protobuf.Timestamp',
    },
  },
  schema:
    'syntax = "proto3";\npackage shop.cart.events.v1;\nimport "google/protobuf/timestamp.proto";\nmessage CartExpired {\n  string cart_id = 1;\n  optional string user_id = 2;\n  repeated string product_ids = 3;\n  .google.protobuf.Timestamp expired_at = 4;\n}\n',
  source,
});
