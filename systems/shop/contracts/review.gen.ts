// Written by `groundplan contracts` from review.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'review.openapi.yaml',
  digest: 'sha256:7f9235bcd74825ae5d76d9430eb82c50041b981c009521ccedbdefef17257ed8',
};

/** The operations of review.openapi.yaml. */
export const reviewApi = Api.http(
  {
    ListReviews: {
      method: 'GET',
      path: '/products/{productId}/reviews',
    },
    PostReview: {
      method: 'POST',
      path: '/products/{productId}/reviews',
      authenticated: true,
      scopes: ['reviews:write'],
      maxRequestBytes: 16384,
    },
  },
  source,
);
