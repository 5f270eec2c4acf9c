/**
 * The main job: reviews the project's system, synthesises its stacks and charts beside the last good output, proves
 * them, and only then puts them in its place.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../lib/cli/as-of';
import { BrokenSystemFile } from '../lib/cli/broken-system-file';
import { loadSystem, systemFileOf } from '../lib/cli/load-system';
import { toLine } from '../lib/core/finding';
import { readSystem, type System } from '../lib/model';
import { findTokens, proveReferences, readManifests } from '../lib/proof';
import { formatReview, review, reviewToJson, type Review } from '../lib/review';
import { count } from '../lib/review/texts';
import { countManifests, countStacks } from './count-output';

const OUTPUTS = { stacks: 'cdktf.out', charts: 'dist' } as const;
const json = process.argv.includes('--json');

async function main(): Promise<number> {
  const started = Date.now();
  const system = await loadSystem(systemFileOf(process.cwd()));
  const result = review(system, { asOf: today() });
  if (result.findings.length > 0) console.error(formatReview(result));
  if (result.errors > 0) {
    if (json)
      console.log(JSON.stringify({ system: system.name, ...reviewToJson(result) }, undefined, 2));
    return 1;
  }

  mkdirSync('.groundplan', { recursive: true });
  const fresh = mkdtempSync(join('.groundplan', 'synth-'));
  try {
    progress('synthesising stacks and charts');
    const ends = await Promise.all([
      runApp('stacks/main.ts', { CDKTF_OUTDIR: join(fresh, OUTPUTS.stacks) }),
      runApp('charts/main.ts', { CDK8S_OUTDIR: join(fresh, OUTPUTS.charts) }),
    ]);
    if (ends.some((code) => code !== 0)) return 1;

    progress('proving what was emitted');
    const manifests = [...readManifests(join(fresh, OUTPUTS.charts))];
    const unproven = [...findTokens(manifests), ...proveReferences(manifests)];
    for (const finding of unproven) console.error(`${finding.rule} ${toLine(finding)}`);
    if (unproven.length > 0) return 1;
    for (const output of Object.values(OUTPUTS)) putInPlace(fresh, output);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  printSummary(summarise(system, result), started);
  return 0;
}

function progress(step: string): void {
  if (!json) console.error(`… ${step}`);
}

function runApp(main: string, env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** The old output is moved away before the new one is moved in, and deleted with the temporary folder. */
function putInPlace(fresh: string, output: string): void {
  try {
    renameSync(output, join(fresh, `last-${output}`));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  renameSync(join(fresh, output), output);
}

function summarise(system: System, { errors, warnings }: Review) {
  const view = readSystem(system);
  return {
    system: system.name,
    services: view.services.length,
    environments: view.environments.length,
    regions: view.environments.reduce((sum, { regions }) => sum + regions.length, 0),
    findings: { error: errors, warning: warnings },
    ...countStacks(OUTPUTS.stacks),
    ...countManifests(OUTPUTS.charts),
    output: { stacks: join(OUTPUTS.stacks, 'stacks'), charts: OUTPUTS.charts },
  };
}

function printSummary(summary: ReturnType<typeof summarise>, started: number): void {
  if (json) {
    console.log(JSON.stringify(summary, undefined, 2));
    return;
  }
  const {
    system,
    services,
    environments,
    regions,
    findings,
    stacks,
    resources,
    charts,
    objects,
    output,
  } = summary;
  console.log(
    [
      `${system}: ${count(services, 'service')}, ${count(environments, 'environment')}, ${count(regions, 'region')}`,
      `  review   ${count(findings.error, 'error')}, ${count(findings.warning, 'warning')}`,
      `  stacks   ${stacks} with ${resources} resources in ${output.stacks}`,
      `  charts   ${charts} with ${objects} objects in ${output.charts}`,
      `  proof    no Terraform expression in any manifest, every reference leads somewhere`,
      `  done in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    ].join('\n'),
  );
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    if (!(error instanceof BrokenSystemFile)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
