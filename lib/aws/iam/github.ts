import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import type { TrustedPrincipal } from './policy-document';

/** Host that vouches for jobs of GitHub Actions. */
export const GITHUB_ISSUER = 'token.actions.githubusercontent.com';
/** Audience that the official action asks a token for. */
export const AWS_AUDIENCE = 'sts.amazonaws.com';

/** ARN of the identity provider of GitHub Actions in an account. */
export function githubProviderArn(account: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${GITHUB_ISSUER}`;
}

/**
 * Throws when a text is no repository as subjects of tokens name it: `owner/name`, or `owner@id/name@id`, which is what
 * repositories have that were made or renamed since July 2026.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function assertRepository(scope: Scoped, repository: string): void {
  if (/^[A-Za-z0-9-]+(@\d+)?\/[\w.-]+(@\d+)?$/.test(repository)) return;
  throw new PlatformError(
    scope,
    `repository is '${repository}', owner/name or owner@id/name@id is needed`,
    "copy the subject's prefix from the repository's OIDC settings",
  );
}

/** Subject of jobs that run in an environment of the repository, whose reviewers have let them. */
export function environmentSubject(repository: string, environment: string): string {
  return `repo:${repository}:environment:${environment}`;
}

/** Subject of jobs of a branch. */
export function branchSubject(repository: string, branch: string): string {
  return `repo:${repository}:ref:refs/heads/${branch}`;
}

/** Subject of jobs of pull requests; those of forks get no token. */
export function pullRequestSubject(repository: string): string {
  return `repo:${repository}:pull_request`;
}

/**
 * Trusts the jobs of GitHub Actions with one of the subjects, and no other.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export function trustGithub(account: string, subjects: readonly string[]): TrustedPrincipal {
  return {
    provider: githubProviderArn(account),
    conditions: {
      StringEquals: {
        [`${GITHUB_ISSUER}:aud`]: [AWS_AUDIENCE],
        [`${GITHUB_ISSUER}:sub`]: subjects,
      },
    },
  };
}
