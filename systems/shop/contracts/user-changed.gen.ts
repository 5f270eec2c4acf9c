// Written by `groundplan contracts` from user-changed.schema.json: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'user-changed.schema.json',
  digest: 'sha256:7f9f74a7d8ef32dafcad174edd7631a7ce756e3c5a000b48f136d0d664a9c4b9',
};

/** The event shop.user.UserChanged. */
export const UserChanged = new EventSchema('shop.user.UserChanged', {
  format: 'JSON',
  fields: {
    userId: {
      type: 'string',
      required: true,
    },
    email: {
      type: 'email',
      required: true,
      classification: 'pii',
    },
    name: {
      type: 'string',
      classification: 'pii',
    },
    language: {
      type: 'string',
    },
    address: {
      type: 'object',
      classification: 'pii',
    },
    'address.lines': {
      type: 'array',
      classification: 'pii',
    },
    'address.postalCode': {
      type: 'string',
      classification: 'pii',
    },
    'address.country': {
      type: 'string',
      required: true,
    },
    changedAt: {
      type: 'date-time',
      required: true,
    },
  },
  schema:
    '{"$schema":"http://json-schema.org/draft-07/schema#","description":"A customer has other data than before.","properties":{"address":{"properties":{"country":{"type":"string"},"lines":{"items":{"type":"string"},"type":"array","x-classification":"pii"},"postalCode":{"type":"string","x-classification":"pii"}},"required":["country"],"type":"object","x-classification":"pii"},"changedAt":{"format":"date-time","type":"string"},"email":{"format":"email","type":"string","x-classification":"pii"},"language":{"type":"string"},"name":{"type":"string","x-classification":"pii"},"userId":{"type":"string"}},"required":["userId","email","changedAt"],"title":"shop.user.UserChanged","type":"object"}',
  source,
});
