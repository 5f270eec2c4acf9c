import { join } from 'node:path';
import ts from 'typescript';
import type { Json } from '../stack-files';
import type { FindModel } from './type-models';
import type { FieldProblem } from './validator';

/** What came of checking objects against the types of their kinds. */
export interface TypeChecked {
  /** What is wrong with each object, in their order; nothing of one without a model. */
  readonly problems: readonly (readonly FieldProblem[])[];
  /** How many objects of each kind no package has a model of, by `<apiVersion>/<kind>`. */
  readonly withoutModel: ReadonlyMap<string, number>;
  /** How many objects were judged. */
  readonly judged: number;
}

const OPTIONS: ts.CompilerOptions = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
  target: ts.ScriptTarget.ES2022,
  // The library of browsers would cost most of the time.
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * Checks objects against the models of their kinds: each becomes an object literal with the type of its kind, and the
 * compiler of TypeScript refuses what is unknown, missing or of another type. Nothing is written.
 *
 * @see https://www.typescriptlang.org/docs/handbook/2/objects.html#excess-property-checks
 */
export function checkTypes(objects: readonly Json[], find: FindModel, root: string): TypeChecked {
  const source = writeSource(objects, find);
  const { program, file } = compile(source.text, root);
  const problems: FieldProblem[][] = objects.map(() => []);
  for (const diagnostic of ts.getPreEmitDiagnostics(program, file)) {
    const { index, path } = placeOf(file, diagnostic.start ?? 0);
    problems[index]?.push({ path, problem: `${messageOf(diagnostic)}; correct it` });
  }
  return { problems, withoutModel: source.withoutModel, judged: source.judged };
}

/** Compiles a text as if it were a module in a folder; nothing is written. */
export function compile(
  text: string,
  root: string,
): { readonly program: ts.Program; readonly file: ts.SourceFile } {
  const name = join(root, 'manifests.generated.ts');
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([name], OPTIONS, {
    ...host,
    getSourceFile: (path, ...more) => (path === name ? file : host.getSourceFile(path, ...more)),
    fileExists: (path) => path === name || host.fileExists(path),
  });
  return { program, file };
}

interface Source {
  readonly text: string;
  readonly withoutModel: ReadonlyMap<string, number>;
  readonly judged: number;
}

/** A constant for each object that has a model, called after its position. */
function writeSource(objects: readonly Json[], find: FindModel): Source {
  const types = new Map<string, string>();
  const withoutModel = new Map<string, number>();
  const imports: string[] = [];
  const constants: string[] = [];
  for (const [index, content] of objects.entries()) {
    const [apiVersion, kind] = [String(content['apiVersion']), String(content['kind'])];
    const key = `${apiVersion}/${kind}`;
    const model = find(apiVersion, kind);
    if (model === undefined) {
      withoutModel.set(key, (withoutModel.get(key) ?? 0) + 1);
      continue;
    }
    const type = types.get(key) ?? `Kind${types.size}`;
    if (!types.has(key))
      imports.push(`import type { ${model.type} as ${type} } from '${model.module}';`);
    types.set(key, type);
    constants.push(`export const o${index}: ${type} = ${JSON.stringify(content, undefined, 1)};`);
  }
  const text = [...imports, ...constants, 'export {};', ''].join('\n');
  return { text, withoutModel, judged: constants.length };
}

/** The object in whose text a position is, and the way to it within. */
function placeOf(
  file: ts.SourceFile,
  position: number,
): { readonly index: number; readonly path: string } {
  const parts: string[] = [];
  let index = -1;
  const visit = (node: ts.Node): void => {
    if (position < node.getStart(file) || position >= node.getEnd()) return;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name))
      index = Number(node.name.text.slice(1));
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name))
      parts.push(parts.length === 0 ? node.name.text : `.${node.name.text}`);
    if (ts.isArrayLiteralExpression(node.parent) && ts.isExpression(node))
      parts.push(`[${node.parent.elements.indexOf(node)}]`);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return { index, path: parts.join('') };
}

/** The innermost of what the compiler says, which names the field. */
function messageOf({ messageText }: ts.Diagnostic): string {
  const lines = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  const text = (lines.at(-1) ?? '').trim();
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
