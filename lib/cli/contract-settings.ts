import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BrokenSystemFile } from './broken-system-file';
import { projectSettings, property, shown } from './load-system';

/** Where contracts are, and what their handles import. */
export interface ContractSettings {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Module that handles import; a relative one is meant from the folder. */
  readonly importFrom: string;
}

const NAME_IT = 'write "contracts": { "folder": "contracts" } under groundplan in package.json';

/**
 * Where the nearest `package.json` says that contracts are, as `groundplan.contracts`.
 *
 * @param cwd directory from which to look, upwards
 * @throws BrokenSystemFile when it does not say so, or there is no such folder
 */
export function contractSettings(cwd: string): ContractSettings {
  const { manifest, settings } = projectSettings(cwd, NAME_IT);
  const contracts = property(settings, 'contracts');
  const folder = property(contracts, 'folder');
  const importFrom = property(contracts, 'import') ?? 'groundplan/model';
  const file = shown(manifest);
  if (typeof folder !== 'string' || folder === '')
    throw new BrokenSystemFile({ file }, 'names no folder of contracts', NAME_IT);
  if (typeof importFrom !== 'string' || importFrom === '')
    throw new BrokenSystemFile(
      { file },
      'groundplan.contracts.import is no module',
      'write what handles import, or leave it out',
    );
  const path = resolve(dirname(manifest), folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new BrokenSystemFile({ file: shown(path) }, 'is no folder', NAME_IT);
  return { folder: path, importFrom };
}
