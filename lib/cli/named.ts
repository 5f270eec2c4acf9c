import { compareText } from '../core/finding';
import type { Environment } from '../model/environment';
import type { SystemView } from '../model/view';
import { count } from '../review/texts';
import { closest } from './closest';

/** What a name on the command line means, or what to say of it. */
export type Named<T> = { readonly found: T } | { readonly said: string };

/** The thing of a name; where there is none, the nearest names are offered. */
export function byName<T extends { readonly name: string }>(
  things: readonly T[],
  name: string,
  what: string,
): Named<T> {
  const found = things.find((thing) => thing.name === name);
  if (found !== undefined) return { found };
  return {
    said: unknownName(
      what,
      name,
      things.map((thing) => thing.name),
    ),
  };
}

/** Says that there is no such thing, and which there are. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const near = closest(name, known);
  const all = [...new Set(known)].sort(compareText).join(', ');
  const hint =
    near.length > 0
      ? `did you mean ${near.join(', ')}?`
      : known.length === 0
        ? 'there is none'
        : `there is ${all}`;
  return `error: no ${what} '${name}'; ${hint}`;
}

/** The environment that is meant: the one named, the only one, or the only one that is retained. */
export function environmentOf(
  { environments }: SystemView,
  name: string | undefined,
): Named<Environment> {
  if (name !== undefined) return byName(environments, name, 'environment');
  const retained = environments.filter(({ protection }) => protection === 'retain');
  const [only, ...others] = environments.length === 1 ? environments : retained;
  if (only !== undefined && others.length === 0) return { found: only };
  const names = environments.map((environment) => environment.name).join(', ');
  return {
    said:
      environments.length === 0
        ? 'error: the system has no environment; declare one'
        : `error: there are several environments; name one of ${names} with --environment`,
  };
}

/** Says that figures would be wrong, where declarations are. */
export function mistakesIn({ findings }: SystemView): string | undefined {
  if (findings.length === 0) return undefined;
  return `error: ${count(findings.length, 'mistake')} in declarations would make the figures wrong; mend what 'groundplan review' finds first`;
}
