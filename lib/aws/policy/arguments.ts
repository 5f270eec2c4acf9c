import { Token, type IResolvable, type TerraformElement } from 'cdktf';

/** Names of the arguments of a resource, as its class writes them. */
export type ArgumentOf<R> = keyof {
  [K in keyof R as K extends `${infer Name}Input` ? Name : never]: unknown;
} &
  string;

/**
 * What an argument is set to: what `addOverride` wrote, or what its class was given.
 *
 * @param inner names of nested blocks and of the argument inside the innermost
 */
export function given<R extends TerraformElement>(
  resource: R,
  name: ArgumentOf<R>,
  ...inner: readonly string[]
): unknown {
  const overridden = overrideOf(resource, name, ...inner);
  if (overridden !== undefined) return overridden;
  return inner.reduce<unknown>(valueIn, Reflect.get(resource, `${name}Input`));
}

/** What `addOverride` wrote, which only rendering would show otherwise: the field is hidden from types. */
export function overrideOf(resource: TerraformElement, ...path: readonly string[]): unknown {
  const overrides: unknown = Reflect.get(resource, 'rawOverrides');
  return path.map(snakeCase).reduce<unknown>(valueIn, overrides);
}

/** Nested blocks that are written out; an expression stands for blocks only Terraform knows. */
export function blocks<B>(value: readonly B[] | IResolvable | undefined): readonly B[] {
  return value === undefined || isUnknown(value) ? [] : value;
}

/** Whether only Terraform knows the value. */
export function isUnknown(value: unknown): value is IResolvable {
  return Token.isUnresolved(value);
}

/** Whether it is on, or may be: some arguments of the provider take `'true'` as text. */
export function isOn(value: unknown): boolean {
  return value === true || value === 'true' || isUnknown(value);
}

/** Whether it is off, or may be. */
export function isOff(value: unknown): boolean {
  return value === false || value === 'false' || isUnknown(value);
}

/** Whether it is said at all: an empty text or list says nothing. */
export function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

/** A value as messages show it. */
export function show(value: unknown): string {
  return isGiven(value) ? JSON.stringify(value) : 'not set';
}

function valueIn(value: unknown, name: string): unknown {
  if (isUnknown(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Reflect.get(value, name);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
