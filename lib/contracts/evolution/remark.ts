/** What is said of one place when data of one schema are read with another. */
export interface Remark {
  /** Path of the field: `lines[].sku`; empty for the whole. */
  readonly path: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Whether the data can be read. */
  readonly readable: boolean;
  /**
   * Whether that can be told.
   *
   * @default true
   */
  readonly judged?: boolean;
  /**
   * Whether the reader looks for the field and the writer does not write it.
   *
   * @default false
   */
  readonly absent?: boolean;
  /** What it is, seen by the reader. */
  readonly text: string;
}

/** Whether anything stands against reading. */
export function isReadable(remarks: readonly Remark[]): boolean {
  return remarks.every(({ readable }) => readable);
}

/** The same remarks, one level further out. */
export function below(step: string, remarks: readonly Remark[]): readonly Remark[] {
  return remarks.map((remark) => ({ ...remark, path: joinPath(step, remark.path) }));
}

/** A step before a path: `lines` and `[].sku` are `lines[].sku`, `a` and `b` are `a.b`. */
export function joinPath(step: string, path: string): string {
  return path === '' || path.startsWith('[') ? step + path : `${step}.${path}`;
}
