import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { Construct } from 'constructs';
import { AWS_AUDIENCE, GITHUB_ISSUER } from './github';

/**
 * The trust of an account in GitHub Actions, once an account: by itself it lets nobody in, roles do.
 *
 * IAM trusts GitHub by its certificate authority, so there is no thumbprint to keep.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 * @example
 * new GithubOidcProvider(this, 'Github');
 */
export class GithubOidcProvider extends Construct {
  /** The identity provider. */
  public readonly provider: IamOpenidConnectProvider;
  /** ARN of the identity provider. */
  public readonly providerArn: string;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.provider = new IamOpenidConnectProvider(this, 'Resource', {
      url: `https://${GITHUB_ISSUER}`,
      clientIdList: [AWS_AUDIENCE],
      tags: { Name: GITHUB_ISSUER },
    });
    this.providerArn = this.provider.arn;
  }
}
