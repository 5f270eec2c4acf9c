import type { ContractKind } from './document';
import { codeOf } from './error-code';
import type { ContractProblem } from './problem';

/** The package that reads a kind of contract, and how people call the kind. */
export const PARSERS = {
  openapi: { noun: 'OpenAPI', package: '@apidevtools/swagger-parser' },
  protobuf: { noun: 'Protobuf', package: 'protobufjs' },
  avro: { noun: 'Avro', package: 'avsc' },
  'json-schema': { noun: 'JSON Schema', package: 'ajv' },
  asyncapi: { noun: 'AsyncAPI', package: '@asyncapi/parser' },
} as const satisfies Record<ContractKind, { readonly noun: string; readonly package: string }>;

/** What a parser gives, or nothing where its package is not installed. */
export async function loadParser<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    if (/^(ERR_)?MODULE_NOT_FOUND$/.test(codeOf(error))) return undefined;
    throw error;
  }
}

/** Says that a parser is not installed. */
export function missingParser(file: string, kind: ContractKind): ContractProblem {
  const { noun, package: name } = PARSERS[kind];
  return {
    file,
    at: '',
    problem: `is ${noun}, and the package ${name} is not installed`,
    fix: `install it: npm install --save-dev ${name}`,
  };
}
