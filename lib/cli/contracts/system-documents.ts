import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { dump } from 'js-yaml';
import type { Contract, ContractProblem, JsonObject } from '../../contracts';
import type { HandleState } from '../../contracts/handles/written-handles';
import { gatewayCollisions } from '../../contracts/out/gateway-collisions';
import { gatewayOpenApi } from '../../contracts/out/gateway-openapi';
import { systemAsyncApi } from '../../contracts/out/system-asyncapi';
import type { System } from '../../model/system';
import { readSystem } from '../../model/view';
import { jsonText } from '../outcome';

/** A document that is written, and how the file stands to it. */
export interface WrittenFile {
  /** Path from the working directory. */
  readonly file: string;
  /** How it stands to what is there. */
  readonly state: HandleState;
  /** What it has to say. */
  readonly text: string;
}

/** The documents of a system, each made when it is asked for. */
export interface SystemDocuments {
  /** Its topics. */
  readonly asyncapi: () => JsonObject;
  /** What it offers to the world. */
  readonly openapi: () => JsonObject;
  /** What keeps it from being offered by one gateway. */
  readonly collisions: () => readonly ContractProblem[];
}

/** The documents of a system whose contracts were read. */
export function documentsOf(system: System, contracts: readonly Contract[]): SystemDocuments {
  const view = readSystem(system);
  const documents = new Map(contracts.map(({ document }) => [document.file, document]));
  return {
    asyncapi: () => systemAsyncApi(view),
    openapi: () => gatewayOpenApi(view, documents),
    collisions: () => gatewayCollisions(view, documents),
  };
}

/** Compares a document with the file that takes it: JSON where its name says so, else YAML. */
export function compareFile(file: string, document: JsonObject): WrittenFile {
  const text = file.endsWith('.json')
    ? `${jsonText(document)}\n`
    : dump(document, { lineWidth: -1, noRefs: true });
  const path = resolve(file);
  if (!existsSync(path)) return { file, state: 'missing', text };
  return { file, state: readFileSync(path, 'utf8') === text ? 'current' : 'stale', text };
}

/** Writes a document, unless it is there already. */
export function writeFile({ file, state, text }: WrittenFile): void {
  if (state === 'current') return;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(resolve(file), text);
}
