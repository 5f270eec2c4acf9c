// Written by `groundplan contracts` from catalog.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'catalog.openapi.yaml',
  digest: 'sha256:55562e324c861cbe71222d962df5c653bc09ce88f3ea25c651c3259cfc49777a',
};

/** The operations of catalog.openapi.yaml. */
export const catalogApi = Api.http(
  {
    ListProducts: {
      method: 'GET',
      path: '/products',
    },
    GetProduct: {
      method: 'GET',
      path: '/products/{productId}',
    },
    PutProduct: {
      method: 'PUT',
      path: '/products/{productId}',
      maxRequestBytes: 65536,
    },
  },
  source,
);
