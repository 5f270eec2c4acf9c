import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { planSystem } from '../../lib/plan';
import { books } from '../support/books';
import { statefulAddressesOf } from '../support/stateful';
import type { SynthesizedStack } from '../support/synth-stacks';
import { writtenStacks } from '../support/written';

const ROOT = resolve(__dirname, '../..');
const ROOMS = ['lib', 'stacks'] as const;
const SYSTEM = 'test/support/books.ts';

/** Classes and files under other names, everywhere in a copy. */
const RENAMES: readonly (readonly [RegExp, string])[] = [
  [/AuroraPostgres/g, 'RelationalDatabase'],
  [/aurora-postgres(?!ql)/g, 'relational-database'],
  [/DynamoTable/g, 'KeyValueTable'],
  [/dynamo-table/g, 'key-value-table'],
  [/ObjectBucket/g, 'BlobContainer'],
  [/object-bucket/g, 'blob-container'],
  [/ServiceStack/g, 'TeamStack'],
  [/service-stack/g, 'team-stack'],
];

const EMIT = `
import { App } from 'cdktf';
import { planSystem } from './lib/plan';
import { addStacks } from './stacks';
import { books } from './test/support/books';

const app = new App({ outdir: 'out' });
addStacks(app, planSystem(books().system));
app.synth();
`;

function rename(text: string): string {
  return RENAMES.reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text);
}

/** Copies the code, changes it and gives what is stored at which addresses, by stack. */
async function addressesOfCopy(
  directory: string,
  change: (directory: string) => void,
): Promise<Readonly<Record<string, readonly string[]>>> {
  for (const part of [...ROOMS, SYSTEM])
    cpSync(join(ROOT, part), join(directory, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'emit.ts'), EMIT);
  change(directory);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'emit.ts'], { cwd: directory });
  const stacks = join(directory, 'out', 'stacks');
  return Object.fromEntries(
    readdirSync(stacks)
      .sort()
      .map((stack) => {
        const text = readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8');
        return [stack, statefulAddressesOf(JSON.parse(text) as SynthesizedStack)];
      }),
  );
}

function renameEverything(directory: string): void {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(directory, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(room, name)),
  );
  for (const file of [...files, SYSTEM]) {
    const path = join(directory, file);
    writeFileSync(path, rename(readFileSync(path, 'utf8')));
    renameSync(path, join(directory, rename(file)));
  }
}

describe('with classes and files under other names', () => {
  const directories: string[] = [];
  const temporary = (): string => {
    const directory = mkdtempSync(join(tmpdir(), 'groundplan-renames-'));
    directories.push(directory);
    return directory;
  };

  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  test('everything that is stored stays at its address', async () => {
    const renamed = temporary();
    const [before, after] = await Promise.all([
      addressesOfCopy(temporary(), () => undefined),
      addressesOfCopy(renamed, renameEverything),
    ]);

    expect(after).toEqual(before);
    expect(Object.values(before).flat().length).toBeGreaterThan(30);
    expect(existsSync(join(renamed, 'lib/aws/rds/relational-database.ts'))).toBe(true);
    expect(existsSync(join(renamed, 'lib/aws/rds/aurora-postgres.ts'))).toBe(false);
    expect(readFileSync(join(renamed, 'stacks/service-stores.ts'), 'utf8')).toContain(
      'new RelationalDatabase(',
    );
  });
});

test('a service that is removed changes no byte of the stacks of the others', () => {
  const before = writtenStacks(planSystem(books().system));
  const after = writtenStacks(planSystem(books({ withoutMailer: true }).system));
  const services = [...before.keys()].filter(
    (name) => name.includes('-svc-') && !name.endsWith('-svc-mailer'),
  );

  expect(services.map((name) => [name, after.get(name)?.text])).toEqual(
    services.map((name) => [name, before.get(name)?.text]),
  );
  expect(services).toHaveLength(10);
  expect([...after.keys()].filter((name) => name.endsWith('-mailer'))).toEqual([]);
});
