/** Runs the output of `npm start` through parts that nobody here wrote: `npm run verify`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closest } from '../lib/cli/closest';
import type { Check } from './verify/check';
import { CHECKS } from './verify/checks';
import { checksToJson, checksToText, listChecks } from './verify/report';
import { runChecks } from './verify/run-checks';

const USAGE = `usage: npm run verify -- [options]
  --quick            only what is done within 12 minutes on 2 cores
  --only <name>      only this check; may be given again
  --require <name>   this check must run: a skip is a failure; may be given again, 'all' means every check
  --stacks <folder>  the synthesised stacks (default cdktf.out/stacks)
  --charts <folder>  the manifests (default dist)
  --list             print the checks and what they prove, and run none
  --json             print the results as JSON
environment:
  TERRAFORM_BINARY_NAME    another Terraform
  TERRAFORM_PLUGIN_MIRROR  a folder with the AWS provider
  KUBERNETES_SCHEMAS       a folder with schemas of Kubernetes and of custom resources
  PYTHON                   another Python, with moto
`;

/** A command line nobody can follow. */
class WrongUsage extends Error {
  public override readonly name = 'WrongUsage';
}

async function main(): Promise<number> {
  const { values } = readArguments();
  if (values.list) {
    process.stdout.write(listChecks(CHECKS));
    return 0;
  }
  const chosen = choose(values.only, values.quick);
  const required = new Set(values.require.flatMap((name) => name.split(',')));
  for (const name of required) if (name !== 'all') find(name, '--require');
  const [stacks, charts] = [resolve(values.stacks), resolve(values.charts)];
  for (const folder of [stacks, charts]) {
    if (!existsSync(folder))
      throw new WrongUsage(`there is nothing in ${folder}; synthesise first: npm start`);
  }
  const root = resolve(join(__dirname, '..'));
  const results = await runChecks(chosen, {
    common: { root, stacks, charts, environment: process.env, quick: values.quick },
    required: (name) => required.has('all') || required.has(name),
    progress: (name, text) => {
      if (!values.json) process.stderr.write(`… ${name}: ${shorten(text)}\n`);
    },
  });
  process.stdout.write(values.json ? checksToJson(results) : checksToText(results));
  return results.some(({ result }) => result === 'failed') ? 1 : 0;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        require: { type: 'string', multiple: true, default: [] },
        stacks: { type: 'string', default: 'cdktf.out/stacks' },
        charts: { type: 'string', default: 'dist' },
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

function choose(only: readonly string[], quick: boolean): readonly Check[] {
  const names = only.flatMap((name) => name.split(','));
  if (names.length > 0) return [...new Set(names)].map((name) => find(name, '--only'));
  return CHECKS.filter((check) => check.quick || !quick);
}

function find(name: string, option: string): Check {
  const check = CHECKS.find((one) => one.name === name);
  if (check !== undefined) return check;
  const names = CHECKS.map((one) => one.name);
  const [near] = closest(name, names);
  const hint = near === undefined ? names.join(', ') : `did you mean '${near}'?`;
  throw new WrongUsage(`${option} ${name}: there is no such check; ${hint}`);
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

// Leaving by `exit` ends what was started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main()
  .then((code) => {
    // A check that was given up may still wait for something; nothing it does counts any more.
    process.stdout.write('', () => process.exit(code));
  })
  .catch((error: unknown) => {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}`);
    process.exit(2);
  });
