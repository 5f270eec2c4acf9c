/** The floor of the charts: importing cdk8s, and dumping and writing the very same objects. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
// The model has it loaded before the product is measured.
import 'constructs';
import type { ChartFile } from './charts-objects';
import { argument, startMeasure, tell } from './measure';

async function main(): Promise<void> {
  const files = JSON.parse(readFileSync(argument(0), 'utf8')) as readonly ChartFile[];
  const outdir = argument(1);
  const measure = startMeasure();
  await import('cdk8s');
  const { dump } = await import('js-yaml');
  for (const directory of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(outdir, directory), { recursive: true });
  }
  for (const { path, objects } of files) {
    const documents = objects.map((object) => dump(object, { lineWidth: -1, noRefs: true }));
    writeFileSync(join(outdir, path), documents.join('---\n'));
  }
  tell(measure());
}

void main();
