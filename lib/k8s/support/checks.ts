import { isIPv4 } from 'node:net';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import type { NameKind } from '../../core/names';
import { NAME_RULES, nameProblem } from '../../core/names';
import { formatDuration, parseDuration } from '../../core/units';
import type { ObjectIdentity } from './metadata';

/** A whole number given to a construct and the bounds it must keep. */
export interface WholeNumber {
  /** The property as the user wrote it. */
  readonly prop: string;
  /** The value it got. */
  readonly value: number;
  /** Smallest value allowed. */
  readonly min: number;
  /** Largest value allowed. */
  readonly max: number;
  /** The change that mends a value out of bounds. */
  readonly fix: string;
}

/** The most an int32 field of the Kubernetes API holds. */
export const INT32_MAX = 2_147_483_647;

/** Throws unless the value is a whole number within its bounds. */
export function assertWhole(scope: Scoped, { prop, value, min, max, fix }: WholeNumber): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const problem = `${prop} is ${value}, it must be a whole number from ${min} to ${max}`;
  throw new PlatformError(scope, problem, fix);
}

/** Throws unless the value is a TCP port. */
export function assertPort(scope: Scoped, prop: string, value: number): void {
  const fix = 'pass the port the container listens on';
  assertWhole(scope, { prop, value, min: 1, max: 65_535, fix });
}

/** Throws unless the name is allowed where it will stand. */
export function assertName(scope: Scoped, prop: string, name: string, kind: NameKind): void {
  const problem = nameProblem(name, kind);
  if (problem === undefined) return;
  const { max, shape } = NAME_RULES[kind];
  throw new PlatformError(scope, `${prop} ${problem}`, `use at most ${max} characters: ${shape}`);
}

/** Throws unless name, namespace and every label value are allowed. */
export function assertIdentity(scope: Scoped, identity: ObjectIdentity, kind: NameKind): void {
  assertName(scope, 'name', identity.name, kind);
  assertName(scope, 'namespace', identity.namespace, 'kubernetesNamespace');
  assertLabels(scope, identity.labels);
}

/** Throws unless every label value is allowed. */
export function assertLabels(scope: Scoped, labels: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(labels)) {
    assertName(scope, `labels['${key}']`, value, 'kubernetesLabelValue');
  }
}

/**
 * Throws unless every key can be the name of an environment variable.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
 */
export function assertVariableNames(scope: Scoped, prop: string, names: readonly string[]): void {
  const bad = names.find((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  if (bad === undefined) return;
  const problem = `${prop} has the key '${bad}', which is no environment variable`;
  throw new PlatformError(scope, problem, 'use letters, digits and _, no digit first');
}

/** Reads a duration in milliseconds, or throws. */
export function milliseconds(scope: Scoped, prop: string, text: string): number {
  const quantity = parseDuration(text);
  if (!quantity.ok) throw new PlatformError(scope, `${prop} ${quantity.problem}`, quantity.fix);
  return quantity.value;
}

/** Checks a duration and gives it as the cluster's Go parsers read it: they know no day. */
export function goDuration(scope: Scoped, prop: string, text: string): string {
  const value = milliseconds(scope, prop, text);
  return text.endsWith('d') ? formatDuration(value) : text;
}

/** Throws unless the text is an IPv4 network such as `10.0.0.0/16`. */
export function assertCidr(scope: Scoped, prop: string, cidr: string): void {
  const [address = '', prefix = '', ...rest] = cidr.split('/');
  const length = /^\d{1,2}$/.test(prefix) ? Number(prefix) : 33;
  if (rest.length === 0 && isIPv4(address) && length <= 32) return;
  throw new PlatformError(
    scope,
    `${prop} '${cidr}' is not an IPv4 network`,
    "write it like '10.0.0.0/16', a single address like '10.0.0.1/32'",
  );
}
