/**
 * Mutates the rules of one family and the formulas they judge by, and writes what tests noticed to
 * `lib/review/MUTATION.md`: `npm run mutate -- slo`. Takes minutes; further words go to Stryker.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyNames, findFamily } from './mutation/family';
import { percentKilled, scoreOf, updatePage, type MutationReport } from './mutation/score-table';

const PAGE = 'lib/review/MUTATION.md';
/** Below this a family's tests do not tell enough. */
const ENOUGH = 85;
const root = process.cwd();

function main([name = '', ...more]: readonly string[]): number {
  const family = findFamily(root, name);
  if (family === undefined) {
    console.error(`no family '${name}'; there is ${familyNames(root).join(', ')}`);
    return 2;
  }
  const folder = join('.groundplan', 'mutation');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `${name}.json`);
  const { sources: mutate, tests } = family;
  const { status } = spawnSync(
    process.execPath,
    [join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run', ...more],
    {
      stdio: 'inherit',
      env: { ...process.env, MUTATION_FAMILY: JSON.stringify({ mutate, tests, report }) },
    },
  );
  if (status !== 0) return 1;

  const read = JSON.parse(readFileSync(report, 'utf8')) as MutationReport;
  const score = scoreOf(name, read);
  writeFileSync(PAGE, updatePage(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '', score));
  console.log(
    `${name}: ${percentKilled(score)}% (${score.survived} survived, ${score.uncovered} not covered), written to ${PAGE}; every mutant is in ${report}`,
  );
  return Number(percentKilled(score)) < ENOUGH ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
