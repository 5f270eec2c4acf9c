// Written by `groundplan contracts` from search.openapi.yaml: change that file, not this one.
import { Api } from '../../../lib/model';

const source = {
  file: 'search.openapi.yaml',
  digest: 'sha256:3ae1bc0879bde365e82f22c60d64e6d5112752f5ae154018677e4fc4d1d2e479',
};

/** The operations of search.openapi.yaml. */
export const searchApi = Api.http(
  {
    Search: {
      method: 'GET',
      path: '/search',
    },
  },
  source,
);
