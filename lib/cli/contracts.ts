import { resolve } from 'node:path';
import {
  formatProblem,
  planHandles,
  readContracts,
  type Contract,
  type ContractProblem,
} from '../contracts';
import {
  compareHandles,
  writeHandles,
  type HandleState,
  type HandleStatus,
} from '../contracts/handles/written-handles';
import { contractSettings, type ContractSettings } from './contract-settings';
import {
  compareFile,
  documentsOf,
  writeFile,
  type WrittenFile,
} from './contracts/system-documents';
import { loadSystem, shown, systemFileOf } from './load-system';
import { jsonText, type Outcome } from './outcome';
import type { AddVerb } from './verb';

/** What is asked for. */
export interface ContractsOptions {
  /**
   * Whether to say what is not in step, and write nothing.
   *
   * @default false
   */
  readonly check?: boolean;
  /**
   * File that takes the topics of the system as an AsyncAPI document.
   *
   * @default - none
   */
  readonly asyncapi?: string;
  /**
   * File that takes what the system offers to the world as an OpenAPI document.
   *
   * @default - none
   */
  readonly openapi?: string;
  /**
   * System file.
   *
   * @default - the one that the nearest `package.json` names as `groundplan.system`
   */
  readonly system?: string;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** What was done with a file, or has to be done. */
const WORDS: Readonly<Record<'write' | 'check', Readonly<Record<HandleState, string>>>> = {
  write: {
    current: 'unchanged',
    missing: 'written',
    stale: 'written',
    'left over': 'removed',
  },
  check: {
    current: 'current',
    missing: 'missing',
    stale: 'stale',
    'left over': 'left over',
  },
};

/**
 * The verb `contracts`: reads every contract and writes its handle beside it, then the documents of the system that are
 * asked for. Where one contract cannot be read, all problems are said and nothing is written; where the services of the
 * system collide at its gateway, no document is.
 */
export async function contractsVerb(
  settings: ContractSettings,
  options: ContractsOptions,
): Promise<Outcome> {
  const { json = false } = options;
  const reading = await readContracts(settings.folder);
  if (!reading.ok) return failure(reading.problems, json);
  const { contracts } = reading;
  const plan = planHandles(contracts, settings.importFrom);
  if (!plan.ok) return failure(plan.problems, json);
  const handles = inStep(settings, plan.files, options);
  // The system imports the handles: it is read when they are there.
  const documents = await systemDocuments(contracts, options);
  if (!documents.ok) return failure(documents.problems, json);
  if (options.check !== true) for (const document of documents.files) writeFile(document);
  const written = documents.files.map(({ file, state }) => ({ file, state }));
  return outcome(contracts, [...handles, ...written], options);
}

/** Brings the handles in step, or looks only; how each stood before. */
function inStep(
  { folder }: ContractSettings,
  handles: ReadonlyMap<string, string>,
  { check = false }: ContractsOptions,
): readonly HandleStatus[] {
  const statuses = compareHandles(folder, handles);
  if (!check) writeHandles(folder, handles, statuses);
  return statuses;
}

function outcome(
  contracts: readonly Contract[],
  statuses: readonly HandleStatus[],
  { check = false, json = false }: ContractsOptions,
): Outcome {
  const words = WORDS[check ? 'check' : 'write'];
  const files = statuses.map(({ file, state }) => ({ file, state: words[state] }));
  const differ = statuses.some(({ state }) => state !== 'current');
  const exitCode = check && differ ? 1 : 0;
  if (json) return { exitCode, text: jsonText({ contracts: contracts.map(summary), files }) };
  const text = files.map(({ file, state }) => `${file} ${state}`).join('\n');
  return { exitCode, text: text === '' ? 'no contracts' : text };
}

/** Adds the verb `contracts`. */
export const addContracts: AddVerb = (program, show) => {
  program
    .command('contracts')
    .description('write the typed handles of all contract files beside them')
    .option('--check', 'write nothing; exit with 1 where a handle is missing, stale or left over')
    .option('--asyncapi <file>', 'write the topics of the system as AsyncAPI, JSON or YAML by name')
    .option('--openapi <file>', 'write what the system offers to the world as OpenAPI')
    .option('--system <file>', 'system file (default: groundplan.system of package.json)')
    .option('--json', 'print JSON')
    .action(async (options: ContractsOptions) => {
      show(await contractsVerb(contractSettings(process.cwd()), options));
    });
};

/** The documents that are asked for, none of them written, or what keeps the system from having one. */
type DocumentsReading =
  | { readonly ok: true; readonly files: readonly WrittenFile[] }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] };

async function systemDocuments(
  contracts: readonly Contract[],
  { asyncapi, openapi, system }: ContractsOptions,
): Promise<DocumentsReading> {
  if (asyncapi === undefined && openapi === undefined) return { ok: true, files: [] };
  const loaded = await loadSystem(system ?? systemFileOf(process.cwd()));
  const documents = documentsOf(loaded, contracts);
  const problems = openapi === undefined ? [] : documents.collisions();
  if (problems.length > 0) return { ok: false, problems };
  const wanted = [
    ...(asyncapi === undefined ? [] : [[asyncapi, documents.asyncapi()] as const]),
    ...(openapi === undefined ? [] : [[openapi, documents.openapi()] as const]),
  ];
  const files = wanted.map(([file, value]) => compareFile(shown(resolve(file)), value));
  return { ok: true, files };
}

function failure(problems: readonly ContractProblem[], json: boolean): Outcome {
  const text = json ? jsonText({ problems }) : problems.map(formatProblem).join('\n');
  return { exitCode: 2, text };
}

function summary({ document, operations, events, application }: Contract): object {
  return {
    file: document.file,
    kind: document.kind,
    digest: document.digest,
    operations: operations.flatMap((api) => api.operations.map(([name]) => name)),
    events: events.map(({ name }) => name),
    ...(application && {
      service: application.service,
      publishes: Object.fromEntries(application.publishes),
      consumes: Object.fromEntries(application.consumes),
    }),
  };
}
