import { App } from 'cdktf';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeCharts } from '../../charts';
import { planSystem } from '../../lib/plan';
import { addStacks } from '../../stacks';
import { books, type BooksOptions, type Order } from '../support/books';
import { filesBelow, inTemporary, type Files } from '../support/written';

/** Two files each a stack, a manifest beside them, and a file each chart. */
function expectSame(a: Files, b: Files): void {
  expect([...a.keys()]).toEqual([...b.keys()]);
  for (const [path, text] of a) expect([path, b.get(path)]).toEqual([path, text]);
}

describe('two runs', () => {
  const ROOT = resolve(__dirname, '../..');
  const directories = ['a', 'another-one'].map((name) =>
    mkdtempSync(join(tmpdir(), `groundplan-${name}-`)),
  );
  const [first = '', second = ''] = directories;
  const run = (directory: string, env: NodeJS.ProcessEnv): Promise<unknown> =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/systems/emit.ts', directory], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });

  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  test('write the same bytes, in another time zone and another language too', async () => {
    await Promise.all([
      run(first, { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: first }),
      run(second, { TZ: 'America/Lima', LANG: 'C', LC_ALL: 'C', HOME: second }),
    ]);
    const written = filesBelow(first);

    expectSame(written, filesBelow(second));
    expect([...written.keys()].filter((path) => path.endsWith('/cdk.tf.json'))).toHaveLength(84);
    expect([...written.keys()].filter((path) => path.endsWith('.k8s.yaml'))).toHaveLength(80);
    expect([...written.values()].filter((text) => text.includes(first))).toEqual([]);
  });
});

describe('the order of declarations', () => {
  const emit = (options?: BooksOptions): Files =>
    inTemporary((directory) => {
      const plan = planSystem(books(options).system);
      const app = new App({ outdir: join(directory, 'cdktf.out') });
      addStacks(app, plan);
      app.synth();
      writeCharts(plan, join(directory, 'dist'));
      return filesBelow(directory);
    });
  const asWritten = emit();
  const orders: readonly (readonly [string, Order])[] = [
    ['backwards', (all) => all.toReversed()],
    ['every other one first', (all) => [...all.filter(isEven), ...all.filter(isOdd)]],
    ['every third one first, backwards', (all) => [...all.filter(isThird), ...all.toReversed()]],
  ];

  test.each(orders)('changes nothing when it is %s', (_name, order) => {
    expectSame(emit({ order }), asWritten);
  });

  test('is an order of both halves: the stacks and the charts of a small system', () => {
    expect([...asWritten.keys()].filter((path) => path.endsWith('/cdk.tf.json'))).toHaveLength(36);
    expect([...asWritten.keys()].filter((path) => path.endsWith('.k8s.yaml'))).toHaveLength(21);
  });
});

function isEven(_item: unknown, index: number): boolean {
  return index % 2 === 0;
}

function isOdd(_item: unknown, index: number): boolean {
  return index % 2 === 1;
}

function isThird(_item: unknown, index: number): boolean {
  return index % 3 === 2;
}
