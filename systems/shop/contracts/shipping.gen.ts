// Written by `groundplan contracts` from shipping.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'shipping.proto',
  digest: 'sha256:29cbb333a67131dc148f68bf97a58e678163613171f414cc72822f1ecde3a436',
};

/** The operations of shop.shipping.v1.ShippingService. */
export const shippingService = Api.grpc(
  'shop.shipping.v1.ShippingService',
  {
    QuoteShipping: {
      safe: true,
    },
  },
  source,
);
