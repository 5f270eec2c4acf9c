import { join } from 'node:path';
import { count } from '../../../lib/review/texts';
import type { CheckContext, Outcome } from '../check';
import { objectAt } from '../stack-files';
import { compareOutputs, type Written } from './compare';
import { compile } from './compile';
import { FORK, readAlias, type Aliased } from './fork';
import { install } from './install';
import { engineVersionOf, readOutput, stacksOf, type Output } from './output';
import { makeForkProject, makeOwnProject, readManifest } from './projects';
import { synthesise, synthProblems } from './synthesise';

const TELL_EVERY_MS = 3000;
const OWN = 'cdktf';
const NOT_COMPARED = 'not compared';

/** Compiles the sources once against the fork, runs them with both engines and compares what they write. */
export async function runBothEngines(context: CheckContext): Promise<Outcome> {
  const { root, folder, environment } = context;
  const [own, fork] = [join(folder, 'own'), join(folder, 'fork')];
  const { name } = readAlias(FORK.cdktf);

  makeForkProject(root, fork);
  const { problems: unfit, notes } = await telling(
    context,
    `installing ${name}`,
    install(fork, environment),
  );
  if (unfit.length > 0) return { problems: unfit, figure: NOT_COMPARED, versions: '', notes };
  const types = await telling(
    context,
    `compiling against ${name}`,
    compile(root, fork, environment),
  );
  makeOwnProject(root, fork, own);
  const [ofOwn, ofFork] = await telling(
    context,
    `synthesising by ${OWN} and ${name}`,
    Promise.all([synthesise(own, environment), synthesise(fork, environment)]),
  );
  const failures = [...synthProblems(OWN, ofOwn.ended), ...synthProblems(name, ofFork.ended)];
  const packages = [packagesOf(own), packagesOf(fork)] as const;
  const judged =
    failures.length > 0
      ? { problems: failures, figure: NOT_COMPARED }
      : judge(
          { engine: OWN, output: ofOwn.output, version: packages[0].core.version },
          { engine: name, output: ofFork.output, version: readAlias(FORK.cdktf).version },
        );
  return {
    problems: [...types, ...judged.problems],
    figure: judged.figure,
    versions: packages.map(({ text }) => text).join('; '),
    notes: [...notes, ...staleness(context, ofOwn.output)],
  };
}

/** What an engine wrote, and the version it has to be. */
interface Expected extends Written {
  readonly version: string;
}

/** Compares two outputs, after a look that each is of the engine it is said to be of. */
export function judge(own: Expected, fork: Expected): Pick<Outcome, 'problems' | 'figure'> {
  const strangers = [own, fork].flatMap(({ engine, output, version }) => {
    const is = engineVersionOf(output);
    return is === version
      ? []
      : [
          `[${engine}] wrote as version ${is ?? 'unknown'}, not ${version}; see what 'cdktf' resolves to`,
        ];
  });
  const { equal, problems } = compareOutputs(own, fork);
  const all = stacksOf(own.output).length;
  return {
    problems: [
      ...strangers,
      ...(all === 0 ? ['[stacks] none was written; declare an environment in the system'] : []),
      ...problems,
    ],
    figure: equal === all ? `${count(all, 'stack')} equal` : `${equal} of ${all} stacks equal`,
  };
}

/** Says when the output that other checks judge is not what the sources give. */
function staleness({ stacks }: CheckContext, fresh: Output): readonly string[] {
  if (fresh.size === 0) return [];
  const last = readOutput(stacks);
  const changed = [...last].filter(([path, text]) => fresh.get(`stacks/${path}`) !== text);
  if (changed.length === 0) return [];
  return [`${count(changed.length, 'file')} of ${stacks} are not what the sources give; npm start`];
}

/** The packages of a project's engine. */
function packagesOf(project: string): { readonly core: Aliased; readonly text: string } {
  const [core, provider] = [OWN, '@cdktf/provider-aws'].map((name) =>
    readManifest(join(project, 'node_modules', name)),
  );
  const aws = objectAt(objectAt(provider ?? {}, 'cdktf'), 'provider')['version'];
  const [name, version] = [String(core?.['name']), String(core?.['version'])];
  const bindings = `${String(provider?.['name'])} ${String(provider?.['version'])}`;
  return { core: { name, version }, text: `${name} ${version}, ${bindings} of AWS ${String(aws)}` };
}

async function telling<T>({ progress }: CheckContext, text: string, work: Promise<T>): Promise<T> {
  progress(text);
  const timer = setInterval(() => {
    progress(text);
  }, TELL_EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
