import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runExamples } from '../../../scripts/readme/run-examples';

const ROOT = resolve(__dirname, '../../..');
const STACK = `import { App, TerraformStack } from 'cdktf';
const app = new App();
const stack = new TerraformStack(app, 's');
`;

test('programs have to compile, to end well and to write something', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  const seen: number[] = [];
  try {
    const codes = [
      `${STACK}import { TerraformResource } from 'cdktf';\nnew TerraformResource(stack, 'R', { terraformResourceType: 'null_resource' });\napp.synth();\n`,
      `${STACK}app.synth(1);\n`,
      `${STACK}app.synth();\n`,
      `${STACK}throw new Error('no subnets');\n`,
      `import { Chart, App, ApiObject } from 'cdk8s';\nconst app = new App();\nnew ApiObject(new Chart(app, 'c'), 'o', { apiVersion: 'v1', kind: 'Namespace' });\napp.synth();\n`,
    ];
    const results = await runExamples(
      codes.map((code, index) => ({ file: 'README.md', line: 10 * index + 1, code })),
      { root: ROOT, folder, parallel: 2, progress: (done) => seen.push(done) },
    );

    expect(results.map(({ problems }) => problems)).toEqual([
      [],
      ['line 14: error TS2554: Expected 0 arguments, but got 1.'],
      ['it wrote neither a stack with a resource nor a manifest with an object'],
      [expect.stringContaining('it ended with 1: Error: no subnets')],
      [],
    ]);
    expect(results.map(({ example }) => example.line)).toEqual([1, 11, 21, 31, 41]);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);
