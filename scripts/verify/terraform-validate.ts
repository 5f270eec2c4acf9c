import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDiagnostics, toText, type Diagnostic } from './diagnostics';
import { MissingPart } from './missing-part';
import { checkSchema, parseSchemas, type ProviderSchemas } from './schema-check';
import { isJson, objectAt, requiredProviders, type StackFile } from './stack-files';
import { openTerraform, type Terraform } from './terraform';

/** How stacks are validated. */
export interface ValidateOptions {
  /** How many runs of Terraform there are at a time. */
  readonly parallel: number;
  /** Whether each stack is validated in a run of its own. */
  readonly each: boolean;
  /** What the machine offers, for example `PATH` and `TERRAFORM_PLUGIN_MIRROR`. */
  readonly environment: NodeJS.ProcessEnv;
  /** Told how many stacks are done. */
  readonly progress: (done: number, text: string) => void;
}

/** What came of a stack. */
export interface StackResult {
  /** Its name. */
  readonly stack: string;
  /** Whether Terraform and the schemas of the providers accept it. */
  readonly result: 'valid' | 'invalid';
  /** Seconds of the run of Terraform that judged it. */
  readonly seconds: number;
  /** How many stacks that run judged. */
  readonly together: number;
  /** What is wrong, a line each. */
  readonly detail: readonly string[];
  /** What will be wrong one day, a line each. */
  readonly warnings: readonly string[];
}

/** What came of all stacks, or why nothing could be said. */
export type Validation =
  | { readonly available: false; readonly missing: string }
  | {
      readonly available: true;
      readonly versions: string;
      readonly stacks: readonly StackResult[];
    };

/** What a run of Terraform found of one stack. */
interface Judged {
  readonly stack: StackFile;
  readonly seconds: number;
  readonly together: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Blocks that mean the same in a module as in a configuration of their own. */
const PLAIN_BLOCKS = new Set([
  '//',
  'data',
  'ephemeral',
  'locals',
  'provider',
  'resource',
  'terraform',
]);
const PLAIN_SETTINGS = new Set(['backend', 'required_providers', 'required_version']);
/** What Terraform says of a module only: its backend is the business of the configuration around it. */
const OF_MODULES = 'Backend configuration ignored';

/**
 * Validates stacks with Terraform and its providers, and holds every argument against the providers' schemas.
 *
 * Reading a schema of 14 MB is nearly all the work of a `terraform validate`. So stacks are validated as modules of one
 * configuration, which reads it once; whatever is not fine there, and what means another thing in a module, is judged
 * again in a run of its own.
 */
export async function validateStacks(
  stacks: readonly StackFile[],
  options: ValidateOptions,
): Promise<Validation> {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-validate-'));
  try {
    options.progress(0, 'starting terraform and its providers');
    const terraform = await openTerraform(folder, requiredProviders(stacks), options.environment);
    try {
      const schemas = parseSchemas(terraform.schemas);
      const judged = await judgeAll(terraform, folder, stacks, options);
      const results = judged
        .map((one) => toResult(one, schemas))
        .sort((a, b) => (a.stack < b.stack ? -1 : 1));
      return { available: true, versions: terraform.versions, stacks: results };
    } finally {
      await terraform.stop();
    }
  } catch (error) {
    if (error instanceof MissingPart) return { available: false, missing: error.message };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function judgeAll(
  terraform: Terraform,
  folder: string,
  stacks: readonly StackFile[],
  { parallel, each, progress }: ValidateOptions,
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const done = (more: readonly Judged[]): void => {
    judged.push(...more);
    progress(judged.length, more.map(({ stack }) => stack.name).join(', '));
  };
  const plain = each ? [] : stacks.filter(isPlain);
  const groups = split(plain, parallel);
  await Promise.all(
    groups.map(async (group, index) => {
      done(await judgeTogether(terraform, join(folder, `group-${index}`), group));
    }),
  );
  const known = new Set(judged.map(({ stack }) => stack));
  const alone = stacks.filter((stack) => !known.has(stack));
  await Promise.all(
    split(alone, parallel).map(async (share, index) => {
      const data = join(folder, `data-${index}`);
      mkdirSync(data);
      for (const stack of share) done([await judgeAlone(terraform, data, stack)]);
    }),
  );
  return judged;
}

/**
 * Judges stacks as modules of one configuration, and gives those that are fine. What fails is taken out and the rest
 * judged again, because an error may hide others; where an error is of no stack, the halves are judged.
 */
async function judgeTogether(
  terraform: Terraform,
  folder: string,
  stacks: readonly StackFile[],
): Promise<readonly Judged[]> {
  if (stacks.length < 2) return [];
  const judged = await runTogether(terraform, folder, stacks);
  const fine = judged.filter(({ diagnostics }) => !hasError(diagnostics));
  if (fine.length < judged.length) {
    const rest = fine.map(({ stack }) => stack);
    return judgeTogether(terraform, join(folder, 'rest'), rest);
  }
  if (fine.length > 0) return fine;
  const middle = Math.ceil(stacks.length / 2);
  return [
    ...(await judgeTogether(terraform, join(folder, 'first'), stacks.slice(0, middle))),
    ...(await judgeTogether(terraform, join(folder, 'second'), stacks.slice(middle))),
  ];
}

/** Validates one configuration of all stacks; gives nothing when it cannot tell whose an error is. */
async function runTogether(
  terraform: Terraform,
  folder: string,
  stacks: readonly StackFile[],
): Promise<readonly Judged[]> {
  mkdirSync(folder);
  const modules = stacks.map(({ name, folder: source }, index) => {
    symlinkSync(source, join(folder, `s${index}`), 'dir');
    return [name, { source: `./s${index}` }] as const;
  });
  const configuration = { module: Object.fromEntries(modules) };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
  const data = join(folder, '.terraform');
  const init = await terraform.run(folder, data, 'init', '-backend=false', '-input=false');
  if (init.code !== 0) return [];
  const { code, stdout, seconds } = await terraform.run(folder, data, 'validate', '-json');
  const diagnostics = parseDiagnostics(stdout) ?? [];
  const judged = stacks.map((stack, index) => ({
    ...{ stack, seconds, together: stacks.length },
    diagnostics: diagnostics.filter(
      ({ range, summary }) =>
        range?.filename.startsWith(`s${index}/`) === true && summary !== OF_MODULES,
    ),
  }));
  return code === 0 || judged.some((one) => hasError(one.diagnostics)) ? judged : [];
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

async function judgeAlone(terraform: Terraform, data: string, stack: StackFile): Promise<Judged> {
  const { code, stdout, stderr, seconds } = await terraform.run(
    stack.folder,
    data,
    'validate',
    '-json',
  );
  const diagnostics = parseDiagnostics(stdout) ?? [];
  const failed = code !== 0 && !hasError(diagnostics);
  const end: Diagnostic = {
    severity: 'error',
    summary: `terraform validate ended with ${code ?? 'no code'}: ${stderr.trim()}`,
  };
  return { stack, seconds, together: 1, diagnostics: failed ? [...diagnostics, end] : diagnostics };
}

function isPlain({ content }: StackFile): boolean {
  return (
    Object.keys(content).every((block) => PLAIN_BLOCKS.has(block)) &&
    Object.keys(objectAt(content, 'terraform')).every((setting) => PLAIN_SETTINGS.has(setting)) &&
    isJson(content['terraform'])
  );
}

function toResult(
  { stack, seconds, together, diagnostics }: Judged,
  schemas: ProviderSchemas,
): StackResult {
  const problems = [
    ...diagnostics.map((one) => ({ severity: one.severity, text: toText(one) })),
    ...checkSchema(stack, schemas).map(({ severity, address, message }) => ({
      severity,
      text: `${address}: ${message}`,
    })),
  ];
  const texts = (wanted: Diagnostic['severity']): readonly string[] =>
    [
      ...new Set(problems.filter(({ severity }) => severity === wanted).map(({ text }) => text)),
    ].sort();
  const detail = texts('error');
  return {
    stack: stack.name,
    result: detail.length === 0 ? 'valid' : 'invalid',
    seconds: Math.round(seconds * 10) / 10,
    together,
    detail,
    warnings: texts('warning'),
  };
}

/** Deals a list into so many, none of them empty. */
function split<T>(list: readonly T[], count: number): readonly (readonly T[])[] {
  const hands = Array.from({ length: count }, (_, hand) =>
    list.filter((_item, index) => index % count === hand),
  );
  return hands.filter((hand) => hand.length > 0);
}
