import { OAS, secured, type HttpRow } from './http-row';

export const SECURITY_ROWS: readonly HttpRow[] = [
  {
    name: 'a scope is needed',
    ...{ old: secured({ oauth: ['read'] }), now: secured({ oauth: ['read', 'write'] }) },
    ...{
      rule: 'http-security-tightened',
      breaking: true,
      source: `${OAS}#security-requirement-object`,
    },
  },
  {
    name: 'a scope is no longer needed',
    ...{ old: secured({ oauth: ['read', 'write'] }), now: secured({ oauth: ['read'] }) },
    ...{
      rule: 'http-security-loosened',
      breaking: false,
      source: `${OAS}#security-requirement-object`,
    },
  },
  {
    name: 'a proof is needed',
    ...{ old: secured(), now: secured({ key: [] }) },
    ...{
      rule: 'http-security-tightened',
      breaking: true,
      source: `${OAS}#security-requirement-object`,
    },
  },
  {
    name: 'another proof is enough too',
    ...{ old: secured({ oauth: [] }), now: secured({ oauth: [] }, { key: [] }) },
    ...{
      rule: 'http-security-loosened',
      breaking: false,
      source: `${OAS}#security-requirement-object`,
    },
  },
  {
    name: 'a proof of two is no longer enough',
    ...{ old: secured({ oauth: [] }, { key: [] }), now: secured({ oauth: [] }) },
    ...{
      rule: 'http-security-tightened',
      breaking: true,
      source: `${OAS}#security-requirement-object`,
    },
  },
  {
    name: 'a scheme of the same name is another one',
    old: secured({ key: [] }),
    now: {
      ...secured({ key: [] }),
      components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'X-Key' } } },
    },
    ...{ rule: 'http-security-scheme', breaking: true, source: `${OAS}#security-scheme-object` },
  },
];
