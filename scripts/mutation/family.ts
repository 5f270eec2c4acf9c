import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sources that are mutated together, and the tests that have to notice. */
export interface Family {
  /** Name, as the command takes it. */
  readonly name: string;
  /** Sources, from the root of the repository. */
  readonly sources: readonly string[];
  /** Patterns of test files. */
  readonly tests: readonly string[];
}

const RULES = 'lib/review/rules';
const PLAN = 'lib/plan';
/** What prints a review: the files of `lib/review` itself. */
const OUTPUT = 'output';
/** The formulas by which rules of several families judge. */
const FORMULAS = 'formulas';

/** The names of all families: folders of rules, folders of the plan, shared formulas, and what prints a review. */
export function familyNames(root: string): readonly string[] {
  return [...foldersIn(root, RULES), ...foldersIn(root, PLAN), FORMULAS, OUTPUT].sort();
}

/** A family by its name; a family of rules brings the formulas of the plan that only its rules import. */
export function findFamily(root: string, name: string): Family | undefined {
  if (!familyNames(root).includes(name)) return undefined;
  if (name === OUTPUT)
    return { name, sources: sourcesIn(root, 'lib/review'), tests: ['**/test/review/*.test.ts'] };
  const users = formulaUsers(root);
  if (name === FORMULAS) return sharedFormulas(users);
  if (!foldersIn(root, RULES).includes(name))
    return {
      name,
      sources: sourcesIn(root, join(PLAN, name)),
      tests: [`**/test/plan/${name}/**/*.test.ts`],
    };
  const own = [...users].filter(([, families]) => families.size === 1 && families.has(name));
  const plans = own.map(([plan]) => plan).sort();
  return {
    name,
    sources: [...sourcesIn(root, join(RULES, name)), ...plans.map(planFile)],
    tests: [testsOfRules(name), ...plans.map(testsOfPlan)],
  };
}

function sharedFormulas(users: ReadonlyMap<string, ReadonlySet<string>>): Family {
  const shared = [...users].filter(([, families]) => families.size > 1);
  const plans = shared.map(([plan]) => plan).sort();
  const families = new Set(shared.flatMap(([, each]) => [...each]));
  return {
    name: FORMULAS,
    sources: plans.map(planFile),
    tests: [...plans.map(testsOfPlan), ...[...families].sort().map(testsOfRules)],
  };
}

/** The families whose rules import a formula, by its file in the plan. */
function formulaUsers(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const family of foldersIn(root, RULES)) {
    for (const file of sourcesIn(root, join(RULES, family))) {
      for (const plan of formulasIn(readFileSync(join(root, file), 'utf8')))
        users.set(plan, (users.get(plan) ?? new Set()).add(family));
    }
  }
  return users;
}

function planFile(plan: string): string {
  return `${PLAN}/${plan}.ts`;
}

function testsOfPlan(plan: string): string {
  return `**/test/plan/${plan}.test.ts`;
}

function testsOfRules(family: string): string {
  return `**/test/review/rules/${family}/**/*.test.ts`;
}

function foldersIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Files of the plan whose values a rule imports; types alone compute nothing. */
export function formulasIn(source: string): readonly string[] {
  const imports = source.matchAll(/^import (?!type )[^;]*? from '(?:\.\.\/)+plan\/([\w/-]+)';$/gm);
  return Array.from(imports, ([, file = '']) => file);
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => `${folder}/${file}`)
    .sort();
}
