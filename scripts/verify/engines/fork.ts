/**
 * CDK Terrain, the fork that lives on, under the names our sources import. The bindings are the newest this core takes as
 * its peer; there are none for the provider version of the engine's own bindings.
 *
 * @see https://github.com/open-constructs/cdk-terrain
 */
export const FORK = {
  cdktf: 'npm:cdktn@0.24.0',
  '@cdktf/provider-aws': 'npm:@cdktn/provider-aws@25.7.0',
} as const;

/** A package and its version. */
export interface Aliased {
  /** Its own name. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
}

/** What `npm:<name>@<version>` names. */
export function readAlias(alias: string): Aliased {
  const [, name, version] = /^npm:(.+)@([^@]+)$/.exec(alias) ?? [];
  if (name === undefined || version === undefined)
    throw new Error(`'${alias}' is no alias; write npm:<name>@<version>`);
  return { name, version };
}
