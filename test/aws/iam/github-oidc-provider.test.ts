import { GithubOidcProvider } from '../../../lib/aws/iam/github-oidc-provider';
import { only, synthOne } from '../one-stack';

test('trusts GitHub for the audience of AWS, by its authority and not by a thumbprint', () => {
  const provider = only(
    synthOne((scope) => new GithubOidcProvider(scope, 'Github')),
    'aws_iam_openid_connect_provider',
  );

  expect(provider).toMatchObject({
    url: 'https://token.actions.githubusercontent.com',
    client_id_list: ['sts.amazonaws.com'],
    tags: { Name: 'token.actions.githubusercontent.com' },
  });
  expect(provider).not.toHaveProperty('thumbprint_list');
});
