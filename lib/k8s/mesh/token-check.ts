import type { IRequestAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/RequestAuthentication' with {
  'resolution-mode': 'import',
};
import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { assertIdentity } from '../support/checks';
import { NAME_LABEL, objectMetadata, SYNC_WAVE } from '../support/metadata';
import { PlainObject } from '../support/plain-object';

/** Whose tokens a workload believes. */
export interface TokenCheckProps {
  /** Name of the workload and of the object. */
  readonly name: string;
  /** Namespace the workload runs in. */
  readonly namespace: string;
  /** Labels of the object. */
  readonly labels: Readonly<Record<string, string>>;
  /** `iss` of the tokens. */
  readonly issuer: string;
  /**
   * Where the issuer's public keys are; fetched by Istio's control plane.
   *
   * @default - as the issuer's OpenID configuration says
   */
  readonly jwksUri?: string;
  /**
   * `aud` of tokens that are meant for the workload: one of them is enough.
   *
   * @default - tokens are not asked whom they are meant for
   */
  readonly audiences?: readonly string[];
}

type JwtRules = NonNullable<IRequestAuthentication['spec']>['jwtRules'];

/**
 * Checks the tokens (JWT) that requests to a workload carry: a request with a wrong one is refused, one without passes,
 * so a `CallerAccess` says which requests need one. The token goes on to the workload, which may pass it on.
 *
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/
 * @example
 * new TokenCheck(chart, 'ReviewTokens', {
 *   name: 'reviews',
 *   namespace: 'catalog',
 *   labels: { 'app.kubernetes.io/name': 'reviews' },
 *   issuer: 'https://login.example.com',
 *   audiences: ['shop'],
 * });
 */
export class TokenCheck extends Construct {
  /** The RequestAuthentication, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: TokenCheckProps) {
    super(scope, id);
    const { name, namespace, labels, issuer, jwksUri, audiences } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesService');
    this.assertUrl('issuer', issuer);
    if (jwksUri !== undefined) this.assertUrl('jwksUri', jwksUri);

    const jwtRules: JwtRules = [
      {
        issuer,
        ...(jwksUri !== undefined && { jwksUri }),
        ...(audiences && { audiences: [...audiences] }),
        // Services that the workload calls for the same person check it themselves.
        forwardOriginalToken: true,
      },
    ];
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'security.istio.io/v1',
      kind: 'RequestAuthentication',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      spec: { selector: { matchLabels: { [NAME_LABEL]: name } }, jwtRules },
    });
  }

  private assertUrl(prop: string, url: string): void {
    if (URL.canParse(url) && new URL(url).protocol === 'https:') return;
    const problem = `${prop} is '${url}', which is not a URL that begins with https://`;
    throw new PlatformError(this, problem, 'write it like https://login.example.com');
  }
}
