import { posix } from 'node:path';
import { stemOf } from '../kinds';
import type {
  ApplicationContract,
  Contract,
  EventContract,
  GrpcContract,
  HttpContract,
} from '../reading';
import { literal, quoted, type LiteralValue } from './literal';
import { camelCase, simpleName } from './names';

/** First words of every handle: a file that has them is ours to change and to remove. */
export const MARK = '// Written by `groundplan contracts`';

/** How the names of handles end. */
export const HANDLE_ENDING = '.gen.ts';

/** The file that holds the handle of a contract. */
export function handleFile(contract: Contract): string {
  return `${stemOf(contract.document.file)}${HANDLE_ENDING}`;
}

/** Names that a handle exports, in order. */
export function exportedNames(contract: Contract): readonly string[] {
  const { operations, events, application } = contract;
  return [
    ...operations.map((api) => apiName(contract, api)),
    ...events.map(({ name }) => simpleName(name)),
    ...(application ? [applicationName(application)] : []),
  ];
}

/**
 * The text of a handle: what the model needs of a contract, as TypeScript, the same for the same contract.
 *
 * @param importFrom module that exports `Api` and `EventSchema`; a relative one is meant from the contracts' folder
 */
export function formatHandle(contract: Contract, importFrom: string): string {
  const { document, operations, events, application } = contract;
  const imported = [
    ...(operations.length > 0 ? ['Api'] : []),
    ...(events.length > 0 ? ['EventSchema'] : []),
  ];
  const sections = [
    `${MARK} from ${posix.basename(document.file)}: change that file, not this one.`,
    ...(imported.length > 0
      ? [`import { ${imported.join(', ')} } from ${quoted(moduleFrom(document.file, importFrom))};`]
      : []),
    '',
    `const source = ${literal({ file: document.file, digest: document.digest }, '')};`,
    ...operations.flatMap((api) => ['', ...formatApi(contract, api)]),
    ...events.flatMap((event) => ['', ...formatEvent(event)]),
    ...(application ? ['', ...formatApplication(application)] : []),
  ];
  return `${sections.join('\n')}\n`;
}

/** A relative module as a file in a folder below has to name it. */
function moduleFrom(file: string, importFrom: string): string {
  if (!importFrom.startsWith('.')) return importFrom;
  const depth = file.split('/').length - 1;
  return '../'.repeat(depth) + importFrom.replace(/^\.\/(?=\.\.\/)/, '');
}

function apiName({ document }: Contract, api: HttpContract | GrpcContract): string {
  if (api.protocol === 'grpc') return camelCase(api.service.split('.').at(-1) ?? '');
  return `${camelCase(posix.basename(stemOf(document.file)))}Api`;
}

function formatApi(contract: Contract, api: HttpContract | GrpcContract): readonly string[] {
  const what = api.protocol === 'grpc' ? api.service : posix.basename(contract.document.file);
  const operations = Object.fromEntries(
    api.operations.map(([name, props]): [string, LiteralValue] => [name, toLiteral(props)]),
  );
  const args = [
    ...(api.protocol === 'grpc' ? [quoted(api.service)] : []),
    literal(operations, '  '),
    'source',
  ];
  return [
    `/** The operations of ${what}. */`,
    `export const ${apiName(contract, api)} = Api.${api.protocol}(`,
    ...args.map((arg) => `  ${arg},`),
    ');',
  ];
}

function formatEvent({ name, format, fields, schema }: EventContract): readonly string[] {
  const said = [...fields].map(([path, field]): [string, LiteralValue] => [path, toLiteral(field)]);
  const props = ['format', 'fields', 'schema'] as const;
  const values: Readonly<Record<(typeof props)[number], LiteralValue>> = {
    format,
    fields: Object.fromEntries(said),
    schema,
  };
  const lines = props.map((prop) => `  ${prop}: ${literal(values[prop], '  ')},`);
  return [
    `/** The event ${name}. */`,
    `export const ${simpleName(name)} = new EventSchema(${quoted(name)}, {`,
    // A text that is longer than a line stands on the next one.
    ...lines.map((line) =>
      line.startsWith('  schema: ') && line.length > 100 ? line.replace(': ', ':\n    ') : line,
    ),
    '  source,',
    '});',
  ];
}

function applicationName({ service }: ApplicationContract): string {
  return `${camelCase(service)}Topics`;
}

function formatApplication(application: ApplicationContract): readonly string[] {
  const { service, publishes, consumes } = application;
  const topics = (of: ReadonlyMap<string, string>): readonly string[] =>
    of.size === 0
      ? ['{},']
      : [
          '{',
          ...[...of].map(([topic, event]) => `    ${quotedKey(topic)}: ${simpleName(event)},`),
          '  },',
        ];
  return [
    `/** What ${service} publishes and consumes, by topic. */`,
    `export const ${applicationName(application)} = {`,
    `  service: ${quoted(service)},`,
    `  publishes: ${topics(publishes).join('\n')}`,
    `  consumes: ${topics(consumes).join('\n')}`,
    '  source,',
    '} as const;',
  ];
}

function quotedKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** What is said of an operation or field, as a value that can be written. */
function toLiteral(said: object): LiteralValue {
  return JSON.parse(JSON.stringify(said)) as LiteralValue;
}
