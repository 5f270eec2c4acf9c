import { parseDuration } from '../../../lib/core/units';
import type { System } from '../../../lib/model';
import { soundSystem, type Variation } from '../../support/systems';

/** A system that breaks a rule, and the same with the number of the fix in place of its own. */
export interface Mended {
  readonly rule: string;
  /** What of the fix is tried. */
  readonly what: string;
  /** Where the number stands in the fix. */
  readonly fix: RegExp;
  /** Day of the review, where the rule asks for one. */
  readonly asOf?: string;
  readonly build: (value?: string) => System;
}

export type Ms = `${bigint}ms`;
export type Percent = `${number}%`;

/** Milliseconds as they are declared. */
export function ms(value: string | undefined, otherwise: Ms): Ms {
  if (value === undefined) return otherwise;
  const read = parseDuration(value);
  return `${BigInt(read.ok ? read.value : 0)}ms`;
}

/** A count, or another where there is none. */
export function number(value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value);
}

/** A share, or another where there is none. */
export function percent(value: string | undefined, otherwise: Percent): Percent {
  return value === undefined ? otherwise : `${Number(value)}%`;
}

/** A version of Kubernetes, or another where there is none. */
export function version(value: string | undefined, otherwise: `1.${bigint}`): `1.${bigint}` {
  return value === undefined ? otherwise : `1.${BigInt(value.slice(2))}`;
}

export const sound = (vary: Variation): System => soundSystem(vary).system;
