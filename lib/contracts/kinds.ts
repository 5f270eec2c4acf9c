import type { ContractKind } from './document';

/** How the names of contract files end, by kind. */
const ENDINGS: readonly (readonly [ContractKind, RegExp])[] = [
  ['protobuf', /\.proto$/],
  ['openapi', /\.openapi\.(yaml|yml|json)$/],
  ['avro', /\.avsc$/],
  ['json-schema', /\.schema\.json$/],
  ['asyncapi', /\.asyncapi\.(yaml|yml|json)$/],
];

/** The kind of contract that a file is by its name, if it is one. */
export function kindOf(file: string): ContractKind | undefined {
  return ENDINGS.find(([, ending]) => ending.test(file))?.[0];
}

/** The name of a contract file without what says its kind. */
export function stemOf(file: string): string {
  const ending = ENDINGS.find(([, pattern]) => pattern.test(file))?.[1];
  return ending === undefined ? file : file.replace(ending, '');
}
