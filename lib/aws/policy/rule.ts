import type { TerraformElement, TerraformResource } from 'cdktf';
import type { Protection } from '../protection';
import type { ArgumentOf } from './arguments';
import { given, isGiven, isOff, isOn, show } from './arguments';
import type { JudgedType, JudgedTypes } from './judged-types';
import { isOfType } from './judged-types';

/** What is wrong with a resource, and the change that mends it. */
export interface Problem {
  /** The argument, the value it has and what it breaks. */
  readonly problem: string;
  /** The change that mends it. */
  readonly fix: string;
}

/** What a check may know beside the resource it judges. */
export interface Surroundings {
  /** Tags everything has to have. */
  readonly requiredTags: readonly string[];
  /** How hard to lose the stack's data is to be. */
  readonly protection: Protection;
  /** All of a type in the same stack. */
  all<T extends JudgedType>(type: T): readonly JudgedTypes[T][];
  /** Whether a value is an attribute of a resource of the same stack, or its name. */
  refersTo(value: string | undefined, target: TerraformResource, name?: string): boolean;
  /** Names of the tags the provider of a resource adds; nothing when only Terraform knows. */
  defaultTags(resource: TerraformResource): ReadonlySet<string> | undefined;
}

/** Finds what is wrong with a resource. */
export type Judge<R> = (resource: R, around: Surroundings) => readonly Problem[];

/** A check of one type, or of all types. */
export interface PolicyCheck {
  /** The Terraform type it knows, `*` for all. */
  readonly type: JudgedType | '*';
  /** Finds what is wrong with one of that type. */
  readonly judge: Judge<TerraformElement>;
}

/** One rule: what is asked of each type it knows, and where it comes from. */
export interface PolicyRule {
  /** Id, for example `ENC-001`. */
  readonly id: string;
  /** The rule in a few words. */
  readonly title: string;
  /** The published text it rests on. */
  readonly source: string;
  /** What is asked, by type. */
  readonly checks: readonly PolicyCheck[];
}

/** Nothing is wrong. */
export const FINE: readonly Problem[] = [];

/** A check of a type by a function. */
export function on<T extends JudgedType>(type: T, judge: Judge<JudgedTypes[T]>): PolicyCheck {
  return {
    type,
    judge: (element, around) => (isOfType(element, type) ? judge(element, around) : FINE),
  };
}

/** A problem, or nothing. */
export function unless(fine: boolean, problem: string, fix: string): readonly Problem[] {
  return fine ? FINE : [{ problem, fix }];
}

/** An argument, by its name and those of the blocks around it. */
type Path<T extends JudgedType> = readonly [ArgumentOf<JudgedTypes[T]>, ...string[]];

/** An argument has to be on: left out, it is off. */
export function mustBeOn<T extends JudgedType>(type: T, ...path: Path<T>): PolicyCheck {
  return on(type, (resource) => {
    const value = given(resource, ...path);
    return unless(
      isOn(value),
      `${path.join('.')} is ${show(value)}, true is needed`,
      'set it to true',
    );
  });
}

/** An argument has to be off: left out, it is on. */
export function mustBeOff<T extends JudgedType>(type: T, ...path: Path<T>): PolicyCheck {
  return on(type, (resource) => {
    const value = given(resource, ...path);
    return unless(
      isOff(value),
      `${path.join('.')} is ${show(value)}, false is needed`,
      'set it to false',
    );
  });
}

/** An argument may be left out, which is off, but not be on. */
export function mustNotBeOn<T extends JudgedType>(type: T, ...path: Path<T>): PolicyCheck {
  return on(type, (resource) => {
    const value = given(resource, ...path);
    return unless(
      !isGiven(value) || isOff(value),
      `${path.join('.')} is ${show(value)}, false is needed`,
      'set it to false, or leave it out',
    );
  });
}

/** An argument has to be said. */
export function mustBeGiven<T extends JudgedType>(
  type: T,
  fix: string,
  ...path: Path<T>
): PolicyCheck {
  return on(type, (resource) =>
    unless(isGiven(given(resource, ...path)), `${path.join('.')} is not set`, fix),
  );
}
