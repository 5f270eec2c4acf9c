import { report, type Entity } from './declaration';

/** Who proves whom a request is made for, by signing tokens (JWT). */
export interface IdentityProvider {
  /** `iss` of its tokens, for example `https://login.example.com`. */
  readonly issuer: `https://${string}`;
  /**
   * Where its public keys are.
   *
   * @default - as the issuer's `/.well-known/openid-configuration` says
   */
  readonly jwksUri?: `https://${string}`;
  /**
   * `aud` of tokens that are meant for this system: one of them is enough.
   *
   * @default - tokens are not asked whom they are meant for
   */
  readonly audiences?: readonly string[];
}

/** Reports an identity provider whose keys nobody could fetch safely. */
export function checkIdentityProvider(environment: Entity, provider: IdentityProvider): void {
  const { issuer, jwksUri, audiences } = provider;
  const urls = { issuer, ...(jwksUri !== undefined && { jwksUri }) };
  for (const [property, url] of Object.entries(urls)) {
    if (isHttps(url)) continue;
    report(
      environment,
      'DCL-012',
      `identityProvider: ${property} is '${url}', which is not a URL that begins with https://`,
      'write it like https://login.example.com',
    );
  }
  if (audiences?.length === 0)
    report(
      environment,
      'DCL-012',
      'identityProvider: audiences is empty, and no token would be meant for this system',
      'name one or more, or leave audiences out',
    );
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && !/[\s*]/.test(text);
}
