import type { k8s } from 'cdk8s-plus-28';

/**
 * A typed object as it is sent: quantities and numbers-or-strings are plain. It lets `ApiObject`
 * carry fields younger than the typed classes, which drop what they do not know.
 */
export type Wire<T> = T extends string | number | boolean | Date | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : [T, k8s.IntOrString] extends [k8s.IntOrString, T]
      ? number | string
      : { readonly [Key in keyof T]: Wire<T[Key]> };
