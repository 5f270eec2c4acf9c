import type { Environment } from '../../model/environment';

/** The environments that promise something: those that may be disposed of are smaller than what is declared. */
export function retained(environments: readonly Environment[]): readonly Environment[] {
  return environments.filter(({ protection }) => protection === 'retain');
}
