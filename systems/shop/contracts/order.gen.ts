// Written by `groundplan contracts` from order.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'order.proto',
  digest: 'sha256:f8cce729b1378214b1e6d406666f657edbd3caf9d3f1e1aaac588660975c3993',
};

/** The operations of shop.order.v1.OrderService. */
export const orderService = Api.grpc(
  'shop.order.v1.OrderService',
  {
    PlaceOrder: {
      idempotent: true,
      classified: {
        request: {
          'ship_to.recipient': 'pii',
          'ship_to.lines': 'pii',
          'ship_to.postal_code': 'pii',
        },
        response: {
          'order.ship_to.recipient': 'pii',
          'order.ship_to.lines': 'pii',
          'order.ship_to.postal_code': 'pii',
        },
      },
    },
    GetOrder: {
      safe: true,
      classified: {
        response: {
          'order.ship_to.recipient': 'pii',
          'order.ship_to.lines': 'pii',
          'order.ship_to.postal_code': 'pii',
        },
      },
    },
  },
  source,
);
