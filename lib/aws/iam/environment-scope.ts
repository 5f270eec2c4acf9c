import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import type { NameKind } from '../../core/names';
import { fitName, nameProblem, shortHash } from '../../core/names';
import type { Conditions } from './policy-document';
import { assertAccount } from './role-parts';

/**
 * An environment of a system in an account, and with it how what belongs to it is named: `shop-production-...`,
 * parameters `/shop/production/...`, secrets `shop/production/...`.
 */
export interface EnvironmentScope {
  /** Name of the system, kebab-case. */
  readonly system: string;
  /** Name of the environment, kebab-case. */
  readonly environment: string;
  /** Id of the AWS account. */
  readonly account: string;
  /** Regions of the environment, one or more. */
  readonly regions: readonly string[];
}

/** The most restrictive names that are cut keep as much of their beginning, and the prefix must be in it. */
const MAX_PREFIX = 30;

/** What the names of an environment begin with: `shop-production`. */
export function namePrefix({
  system,
  environment,
}: Pick<EnvironmentScope, 'system' | 'environment'>): string {
  return `${system}-${environment}`;
}

/** Throws when an environment cannot be told apart by its names. */
export function assertEnvironment(scope: Scoped, environment: EnvironmentScope): void {
  for (const prop of ['system', 'environment'] as const) {
    const problem = nameProblem(environment[prop], 'entity');
    if (problem !== undefined)
      throw new PlatformError(scope, `${prop} ${problem}`, 'rename it within these bounds');
  }
  const prefix = namePrefix(environment);
  if (prefix.length > MAX_PREFIX) {
    throw new PlatformError(
      scope,
      `system and environment make '${prefix}' of ${prefix.length} characters, names that are cut keep ${MAX_PREFIX}`,
      'shorten one of them',
    );
  }
  assertAccount(scope, 'account', environment.account);
  const { regions } = environment;
  const wrong = regions.find(
    (name) => !Token.isUnresolved(name) && !/^[a-z]+(-[a-z]+)+-\d$/.test(name),
  );
  if (regions.length > 0 && wrong === undefined) return;
  throw new PlatformError(
    scope,
    wrong === undefined
      ? 'regions is empty, one or more are needed'
      : `regions has '${wrong}', no region`,
    "name the environment's regions, such as 'eu-west-1'",
  );
}

/** ARNs of a kind of resource in each region of an environment. */
export function regionalArns(
  { account, regions }: EnvironmentScope,
  service: string,
  resource: string,
): readonly string[] {
  return regions.map((region) => `arn:aws:${service}:${region}:${account}:${resource}`);
}

/**
 * ARN of a kind of resource in any region of an account: one instead of one a region, where its name says the
 * environment, or a condition the regions.
 */
export function anywhereArn(
  { account }: Pick<EnvironmentScope, 'account'>,
  service: string,
  resource: string,
): string {
  return `arn:aws:${service}:*:${account}:${resource}`;
}

/**
 * Requests to the regions of an environment. Every request to an endpoint of AWS says its region; not so, reliably,
 * who signs in to a database, a cache or a broker, which know not all global conditions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
export function inRegions({ regions }: Pick<EnvironmentScope, 'regions'>): Conditions {
  return { StringEquals: { 'aws:RequestedRegion': regions } };
}

/**
 * Patterns of all names that begin with these parts, those too long for their kind included: `fitName` cuts them and
 * ends them in a hash.
 */
export function namePatterns(parts: readonly string[], kind: NameKind): readonly string[] {
  const name = parts.join('-');
  const cut = fitName([...parts, 'x'.repeat(300)], kind).slice(0, -shortHash('').length);
  return cut.startsWith(`${name}-`) ? [`${name}-*`] : [`${name}-*`, `${cut}*`];
}
