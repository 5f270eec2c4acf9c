// Written by `groundplan contracts` from user.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'user.openapi.yaml',
  digest: 'sha256:6e1cbe51dae0812835ee41af92c6f477fe86ffe5b9c7a7f8a3b2bba07ac5c1bc',
};

/** The operations of user.openapi.yaml. */
export const userApi = Api.http(
  {
    GetUser: {
      method: 'GET',
      path: '/users/{userId}',
      classified: {
        response: {
          email: 'pii',
          name: 'pii',
        },
      },
    },
    PutUser: {
      method: 'PUT',
      path: '/users/{userId}',
      maxRequestBytes: 16384,
      classified: {
        request: {
          email: 'pii',
          name: 'pii',
        },
        response: {
          email: 'pii',
          name: 'pii',
        },
      },
    },
    GetAddresses: {
      method: 'GET',
      path: '/users/{userId}/addresses',
      classified: {
        response: {
          'addresses[].recipient': 'pii',
          'addresses[].lines': 'pii',
          'addresses[].postalCode': 'pii',
        },
      },
    },
  },
  source,
);
