import type { IdentityProvider } from '../../lib/model';
import { soundSystem } from '../support/systems';
import { lines, PRODUCTION } from './lines';

const problems = (identityProvider: IdentityProvider) =>
  lines(soundSystem({ production: { identityProvider } }).system);

test('an identity provider has an issuer, keys and whom its tokens are meant for', () => {
  const identityProvider = {
    issuer: 'https://login.example.com/',
    jwksUri: 'https://login.example.com/keys',
    audiences: ['shop'],
  } as const;
  const { production, system } = soundSystem({ production: { identityProvider } });

  expect(production.identityProvider).toStrictEqual(identityProvider);
  expect(lines(system)).toStrictEqual([]);
});

test.each<[IdentityProvider, string]>([
  // @ts-expect-error keys that are fetched in the open do not compile: JavaScript gets this far
  [{ issuer: 'http://login.example.com' }, "issuer is 'http://login.example.com'"],
  [{ issuer: 'https://' }, "issuer is 'https://'"],
  [
    { issuer: 'https://login.example.com', jwksUri: 'https://log in' },
    "jwksUri is 'https://log in'",
  ],
])('%j is refused', (provider, what) => {
  expect(problems(provider)).toStrictEqual([
    `DCL-012 [${PRODUCTION}] identityProvider: ${what}, which is not a URL that begins with https://; write it like https://login.example.com`,
  ]);
});

test('audiences that name nobody are refused', () => {
  expect(problems({ issuer: 'https://login.example.com', audiences: [] })).toStrictEqual([
    `DCL-012 [${PRODUCTION}] identityProvider: audiences is empty, and no token would be meant for this system; name one or more, or leave audiences out`,
  ]);
});
