// Written by `groundplan contracts` from storefront.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'storefront.openapi.yaml',
  digest: 'sha256:8eb2c222c87c71349a930e274dad4e235f29750a696b237df2004710763bc215',
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
    PostReview: {
      method: 'POST',
      path: '/products/{productId}/reviews',
      authenticated: true,
      scopes: ['reviews:write'],
      maxRequestBytes: 16384,
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
      authenticated: true,
      scopes: ['orders:write'],
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
      authenticated: true,
      scopes: ['orders:read'],
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
