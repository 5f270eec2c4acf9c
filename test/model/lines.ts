import { toLine } from '../../lib/core/finding';
import { readSystem, type System } from '../../lib/model';

export const ORDERING = 'shop/BoundedContext.ordering';
export const ORDERS = `${ORDERING}/Service.orders`;
export const WEB = `${ORDERING}/Service.web`;
export const PRODUCTION = 'shop/Environment.production';

/** What is wrong with the declarations of a system, one line each, as people read it. */
export function lines(system: System): readonly string[] {
  return readSystem(system).findings.map((finding) => `${finding.rule} ${toLine(finding)}`);
}

/** As a caller of JavaScript does, whom no type holds back. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the type is where it is used
export function untyped<T>(value: unknown): T {
  return value as T;
}
