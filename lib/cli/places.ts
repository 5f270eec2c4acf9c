import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { recordOf } from '../model/declaration';
import type { DeclarationPlace, PlaceOf } from '../review';
import type { LoadedSystem } from './load-system';
import { ownPlace } from './user-lines';

/**
 * Where the declarations of a system stand: the user's line that made them, or the one that made what they are part of;
 * the system file where no origins were kept.
 *
 * @param base folder from which files are named
 */
export function placesOf({ system, file }: LoadedSystem, base: string): PlaceOf {
  const { origins } = recordOf(system);
  const named = (path: string): string => relative(base, path).split(sep).join('/');
  const known = new Map<string, DeclarationPlace>();
  const find = (path: string): DeclarationPlace => {
    const stack = origins?.get(path)?.stack;
    const place = stack === undefined ? undefined : ownPlace(stack, file);
    if (place !== undefined) return { file: named(place.file), line: place.line };
    const end = path.lastIndexOf('/');
    return end < 0 ? { file: named(file) } : placeOf(path.slice(0, end));
  };
  const placeOf = (path: string): DeclarationPlace => {
    const place = known.get(path) ?? find(path);
    known.set(path, place);
    return place;
  };
  return placeOf;
}

/** The folder of the repository that a file belongs to; without one, of its package; else its own. */
export function repositoryOf(file: string): string {
  return (
    folderAbove(dirname(file), '.git') ??
    folderAbove(dirname(file), 'package.json') ??
    dirname(file)
  );
}

function folderAbove(folder: string, holds: string): string | undefined {
  if (existsSync(join(folder, holds))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : folderAbove(parent, holds);
}
