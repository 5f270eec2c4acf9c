import {
  assertRepository,
  branchSubject,
  environmentSubject,
  githubProviderArn,
  pullRequestSubject,
  trustGithub,
} from '../../../lib/aws/iam/github';

const HERE = { node: { path: 'test/Here' } };

test('subjects are those GitHub writes', () => {
  expect(environmentSubject('example/shop', 'production')).toBe(
    'repo:example/shop:environment:production',
  );
  expect(branchSubject('example/shop', 'main')).toBe('repo:example/shop:ref:refs/heads/main');
  expect(pullRequestSubject('example@1/shop@2')).toBe('repo:example@1/shop@2:pull_request');
});

test('trusts exactly the audience of AWS and the subjects', () => {
  expect(trustGithub('111122223333', ['a', 'b'])).toEqual({
    provider: githubProviderArn('111122223333'),
    conditions: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': ['sts.amazonaws.com'],
        'token.actions.githubusercontent.com:sub': ['a', 'b'],
      },
    },
  });
  expect(githubProviderArn('111122223333')).toBe(
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
  );
});

test.each(['example/shop', 'Example-Co/shop.web_2', 'example@123456/shop@456789'])(
  '%s is a repository',
  (repository) => {
    expect(() => {
      assertRepository(HERE, repository);
    }).not.toThrow();
  },
);

test.each(['shop', 'example/*', 'example/shop/web', 'repo:example/shop', 'example/shop:ref', ''])(
  "'%s' is no repository",
  (repository) => {
    expect(() => {
      assertRepository(HERE, repository);
    }).toThrow(
      `[test/Here] repository is '${repository}', owner/name or owner@id/name@id is needed; copy the subject's prefix from the repository's OIDC settings`,
    );
  },
);
