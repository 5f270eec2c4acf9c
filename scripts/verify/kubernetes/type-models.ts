import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MissingPart } from '../missing-part';

/** Where the type of a kind stands. */
export interface KindModel {
  /** What is imported, for example `kubernetes-models/apps/v1/Deployment`. */
  readonly module: string;
  /** The type in it, for example `IDeployment`. */
  readonly type: string;
}

/** Finds the model of a kind; nothing when no package has one. */
export type FindModel = (apiVersion: string, kind: string) => KindModel | undefined;

/** The package of the built-in kinds. */
const CORE = 'kubernetes-models';
/** The scope of the packages of custom resources. */
const CUSTOM = '@kubernetes-models';

/** Finds models in the packages that are installed below a folder. */
export function openModels(root: string): FindModel {
  const modules = join(root, 'node_modules');
  if (!existsSync(join(modules, CORE)))
    throw new MissingPart(`${CORE} is not installed; run npm ci`);
  const custom = existsSync(join(modules, CUSTOM)) ? readdirSync(join(modules, CUSTOM)).sort() : [];
  const packages = [CORE, ...custom.map((name) => `${CUSTOM}/${name}`)];
  return (apiVersion, kind) => {
    const found = packages
      .map((name) => `${name}/${apiVersion}/${kind}`)
      .find((module) => existsSync(join(modules, `${module}.d.ts`)));
    return found === undefined ? undefined : { module: found, type: `I${kind}` };
  };
}
