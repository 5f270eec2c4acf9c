// Written by `groundplan contracts` from cart.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'cart.proto',
  digest: 'sha256:3d93fa24859fab1898950b3ecf21799d2fdc36ef9fd131269a389403d7b62f53',
};

/** The operations of shop.cart.v1.CartService. */
export const cartService = Api.grpc(
  'shop.cart.v1.CartService',
  {
    GetCart: {
      safe: true,
    },
    PutItem: {
      idempotent: true,
    },
    ClearCart: {
      idempotent: true,
    },
  },
  source,
);
