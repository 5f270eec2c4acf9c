import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/finding';
import type { ContractKind } from './document';
import { kindOf } from './kinds';
import { PARSERS } from './parsers';
import { compareProblems, type ContractProblem } from './problem';
import { OPTIONS_FILE } from './protobuf/options';
import { readAsyncApi } from './read-asyncapi';
import { readAvro } from './read-avro';
import { readJsonSchema } from './read-json-schema';
import { readOpenApi } from './read-openapi';
import { readProtobuf } from './read-protobuf';
import type { Contract, ContractReading, ReadOptions } from './reading';

/** What came of reading all contracts of a folder: what they say, or all that is wrong with them. */
export type FolderReading =
  | { readonly ok: true; readonly contracts: readonly Contract[] }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] };

const READERS: Readonly<
  Record<ContractKind, (file: string, options: ReadOptions) => Promise<ContractReading>>
> = {
  openapi: readOpenApi,
  protobuf: readProtobuf,
  avro: readAvro,
  'json-schema': readJsonSchema,
  asyncapi: readAsyncApi,
};

/** The contract files below a folder, by name; the options of ours are no contract. */
export function contractFiles(folder: string): readonly string[] {
  return filesBelow(folder).filter((file) => kindOf(file) !== undefined && file !== OPTIONS_FILE);
}

/** All files below a folder by path from there, with forward slashes and in order. */
export function filesBelow(folder: string, inside = ''): readonly string[] {
  const entries = readdirSync(join(folder, inside), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(folder, path);
      return entry.isFile() ? [path] : [];
    })
    .sort(compareText);
}

/** Reads every contract below a folder; the problems of all of them come out together. */
export async function readContracts(folder: string): Promise<FolderReading> {
  const contracts: Contract[] = [];
  const problems = new Map<string, ContractProblem>();
  for (const file of contractFiles(folder)) {
    const kind = kindOf(file);
    if (kind === undefined) continue;
    const reading = await READERS[kind](join(folder, file), { folder });
    if (reading.ok) contracts.push(reading.contract);
    // A file that several refer to is wrong once, and a parser is missing once.
    else for (const problem of reading.problems) keep(problems, problem, kind);
  }
  const unlike = differentEvents(contracts);
  const all = [...problems.values(), ...unlike].sort(compareProblems);
  return all.length === 0 ? { ok: true, contracts } : { ok: false, problems: all };
}

function keep(
  problems: Map<string, ContractProblem>,
  problem: ContractProblem,
  kind: ContractKind,
): void {
  const { file, at, problem: said, fix } = problem;
  const isMissing = fix.endsWith(` ${PARSERS[kind].package}`);
  const key = isMissing ? fix : `${file} ${at} ${said}`;
  if (!problems.has(key)) problems.set(key, problem);
}

/** Events of one name that are not the same. */
function differentEvents(contracts: readonly Contract[]): readonly ContractProblem[] {
  const known = new Map<string, { readonly file: string; readonly schema: string }>();
  return contracts.flatMap(({ document: { file }, events }) =>
    events.flatMap(({ name, schema }) => {
      const other = known.get(name);
      if (other === undefined) known.set(name, { file, schema });
      if (other === undefined || other.schema === schema) return [];
      return {
        file,
        at: '',
        problem: `describes ${name} differently than ${other.file}`,
        fix: 'refer to one description from both, or name one of them differently',
      };
    }),
  );
}
