import { Token } from 'cdktf';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole, knownLength } from '../checks';

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MAX_HOST_NAMES = 5;
/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html */
const MAX_IDLE_SECONDS = 4000;
/** The longest a target that leaves is waited for. */
const MAX_DRAIN_SECONDS = 3600;
const HOST_NAME = /^[a-z0-9*?.-]{1,128}$/;

/** Throws when there is no host, more than one rule takes, or one that no client sends. */
export function assertHostNames(scope: Scoped, hostNames: readonly string[]): void {
  const count = knownLength(hostNames);
  if (count === undefined) return;
  if (count < 1 || count > MAX_HOST_NAMES) {
    throw new PlatformError(
      scope,
      `hostNames has ${count} entries, 1 to ${MAX_HOST_NAMES} are needed`,
      'use wildcards such as *.shop.example.com',
    );
  }
  const wrong = hostNames.find((name) => !Token.isUnresolved(name) && !HOST_NAME.test(name));
  if (wrong !== undefined) {
    throw new PlatformError(
      scope,
      `hostNames has '${wrong}', a host is up to 128 lower-case letters, digits, - . * ?`,
      'write it like shop.example.com',
    );
  }
}

/** Throws when the load balancer would give up on a connection before its target has answered. */
export function assertTimeouts(scope: Scoped, longestRequest: number, idle: number): void {
  assertWhole(scope, 'longestRequestSeconds', longestRequest, 1, MAX_DRAIN_SECONDS);
  assertWhole(scope, 'idleTimeoutSeconds', idle, 1, MAX_IDLE_SECONDS);
  if (Token.isUnresolved(longestRequest) || Token.isUnresolved(idle) || idle > longestRequest)
    return;
  throw new PlatformError(
    scope,
    `idleTimeoutSeconds is ${idle}, it is to be more than longestRequestSeconds, ${longestRequest}, or the load balancer gives up before the gateway answers`,
    `pass ${longestRequest + 1} or more`,
  );
}
