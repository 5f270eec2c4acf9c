// Written by `groundplan contracts` from payment.proto: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'payment.proto',
  digest: 'sha256:a70fa69b56a4475a502af69dab27f6d0a6540cbc08c459ddf956304f29771b2c',
};

/** The operations of shop.payment.v1.PaymentService. */
export const paymentService = Api.grpc(
  'shop.payment.v1.PaymentService',
  {
    GetPayment: {
      safe: true,
      scopes: ['payments:read'],
      deadline: '500ms',
      classified: {
        response: {
          card_digits: 'pci',
        },
      },
    },
  },
  source,
);
