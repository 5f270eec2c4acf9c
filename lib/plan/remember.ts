import type { Environment } from '../model/environment';
import type { SystemIndex } from './index-of-system';

/**
 * Makes what follows from a system once, however many ask for it: several rules judge the same figures. An index is never
 * changed, so what follows from it is the same each time.
 */
export function remember<T>(compute: (index: SystemIndex) => T): (index: SystemIndex) => T {
  const known = new WeakMap<SystemIndex, { readonly value: T }>();
  return (index) => {
    const made = known.get(index) ?? { value: compute(index) };
    known.set(index, made);
    return made.value;
  };
}

/** The same for what follows from a system in an environment. */
export function rememberIn<T>(
  compute: (index: SystemIndex, environment: Environment) => T,
): (index: SystemIndex, environment: Environment) => T {
  const byIndex = remember((index) => {
    const known = new Map<Environment, T>();
    return (environment: Environment): T => {
      const value = known.get(environment) ?? compute(index, environment);
      known.set(environment, value);
      return value;
    };
  });
  return (index, environment) => byIndex(index)(environment);
}
