// Written by `groundplan contracts` from pricing.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'pricing.proto',
  digest: 'sha256:88c3f1cfb0f0b7384bfd42596d234ca8be0504e08f735b2990fa886997b29b3b',
};

/** The operations of shop.pricing.v1.PricingService. */
export const pricingService = Api.grpc(
  'shop.pricing.v1.PricingService',
  {
    Quote: {
      safe: true,
    },
    PutPriceList: {
      idempotent: true,
    },
  },
  source,
);
