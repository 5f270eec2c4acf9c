/** The part of a construct an error needs: where it stands in the tree. */
export interface Scoped {
  readonly node: { readonly path: string };
}

/**
 * A construct was given something it cannot build.
 *
 * @example
 * throw new PlatformError(this, `subnetIds has 1 entry, MSK needs 2 or more`, 'pass one private subnet per zone');
 * // [data/Events] subnetIds has 1 entry, MSK needs 2 or more; pass one private subnet per zone
 */
export class PlatformError extends Error {
  public override readonly name = 'PlatformError';

  /**
   * @param scope the construct that was given the value
   * @param problem the property, the value it got and the bound it breaks
   * @param fix the change that mends it
   */
  public constructor(scope: Scoped, problem: string, fix: string) {
    super(`[${scope.node.path === '' ? '<root>' : scope.node.path}] ${problem}; ${fix}`);
  }
}

/**
 * A pure function or value was given something impossible, and no construct is at hand to name.
 *
 * @example
 * throw new UnscopedPlatformError('zones is 7, a VPC is laid out for 1 to 6', 'name fewer zones');
 * // zones is 7, a VPC is laid out for 1 to 6; name fewer zones
 */
export class UnscopedPlatformError extends Error {
  public override readonly name = 'UnscopedPlatformError';

  /**
   * @param problem the argument, the value it got and the bound it breaks
   * @param fix the change that mends it
   */
  public constructor(problem: string, fix: string) {
    super(`${problem}; ${fix}`);
  }
}

/** What came of reading a text: its value, or why there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string; readonly fix: string };
