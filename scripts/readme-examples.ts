/** Compiles and runs every program of the READMEs of `lib/aws`, and finds constructs that none of them shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Construct } from 'constructs';
import * as aws from '../lib/aws';
import { classesWithout, findExamples } from './readme/find-examples';
import { runExamples } from './readme/run-examples';

const FOLDER = 'lib/aws';
/** Each is a process of half a gigabyte and a second or two. */
const PARALLEL = 2;

async function main(): Promise<number> {
  const examples = findExamples(FOLDER);
  const constructs = Object.entries(aws)
    .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
    .map(([name]) => name);
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-readme-'));
  try {
    console.error(`… compiling ${examples.length} examples`);
    const results = await runExamples(examples, {
      ...{ root: resolve('.'), folder, parallel: PARALLEL },
      progress: (done) => {
        if (done % 10 === 0 || done === examples.length)
          console.error(`… ${done} of ${examples.length} run`);
      },
    });
    const failed = results.filter(({ problems }) => problems.length > 0);
    for (const { example, problems } of failed)
      console.log(
        [`${example.file}:${example.line}`, ...problems.map((text) => `  ${text}`)].join('\n'),
      );
    const missing = classesWithout(examples, constructs);
    for (const name of missing) console.log(`no example in ${FOLDER} makes a ${name}`);
    console.log(
      `${examples.length} examples, ${failed.length} failed; ${constructs.length} constructs, ${missing.length} without an example`,
    );
    return failed.length + missing.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().then((code) => {
  process.exitCode = code;
});
