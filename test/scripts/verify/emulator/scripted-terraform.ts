import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a program that is Terraform to whoever runs it. */
export interface ScriptedTerraform {
  readonly folder: string;
  /** Path of the program. */
  readonly binary: string;
  remove(): void;
}

/**
 * Makes a program that runs a line of JavaScript for each command, for example `{ plan: 'process.exitCode = 2' }`;
 * it has `args`, `cwd` and `env`. What is not scripted ends well and says nothing.
 */
export function scriptTerraform(script: Readonly<Record<string, string>>): ScriptedTerraform {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-scripted-'));
  const binary = join(folder, 'terraform');
  const cases = Object.entries({ version: VERSION, ...script }).map(
    ([command, line]) => `if (command === ${JSON.stringify(command)}) { ${line} }`,
  );
  const text = [
    `#!${process.execPath}`,
    `const fs = require('fs'), path = require('path');`,
    `const [command, ...args] = process.argv.slice(2), cwd = process.cwd(), env = process.env;`,
    ...cases,
  ];
  writeFileSync(binary, text.join('\n'));
  chmodSync(binary, 0o755);
  return {
    folder,
    binary,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const VERSION = `console.log(JSON.stringify({ terraform_version: '1.11.4' }))`;
