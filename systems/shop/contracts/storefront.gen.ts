// Written by `groundplan contracts` from storefront.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'storefront.openapi.yaml',
  digest: 'sha256:6ef53e87cab0460b66b83ac652188a04902c3ae0f66adebbf2cc28b51f4b3b39',
};

/** The operations of storefront.openapi.yaml. */
export const storefrontApi = Api.http(
  {
    GetHome: {
      method: 'GET',
      path: '/',
    },
    SearchProducts: {
      method: 'GET',
      path: '/search',
    },
    GetProduct: {
      method: 'GET',
      path: '/products/{productId}',
    },
    GetCart: {
      method: 'GET',
      path: '/cart',
    },
    PutCartItem: {
      method: 'PUT',
      path: '/cart/items/{productId}',
      maxRequestBytes: 1024,
    },
    Checkout: {
      method: 'POST',
      path: '/checkout',
      idempotencyKey: 'Idempotency-Key',
      maxRequestBytes: 16384,
      classified: {
        request: {
          email: 'pii',
          'shipTo.recipient': 'pii',
          'shipTo.lines': 'pii',
          'shipTo.postalCode': 'pii',
        },
        response: {
          'shipTo.recipient': 'pii',
          'shipTo.lines': 'pii',
          'shipTo.postalCode': 'pii',
        },
      },
    },
    GetOrder: {
      method: 'GET',
      path: '/orders/{orderId}',
      classified: {
        response: {
          'shipTo.recipient': 'pii',
          'shipTo.lines': 'pii',
          'shipTo.postalCode': 'pii',
        },
      },
    },
  },
  source,
);
