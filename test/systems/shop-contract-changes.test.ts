import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractChanges } from '../../lib/cli/contract-changes';
import { reviewVerb } from '../../lib/cli/review';
import {
  readAvro,
  readContracts,
  readJsonSchema,
  readOpenApi,
  readProtobuf,
} from '../../lib/contracts';
import type { ContractDocument } from '../../lib/contracts/document';
import { EMPTY_LOCK, releaseContracts } from '../../lib/contracts/lock';
import { system } from '../../systems/shop/system';
import { FIELD_CHANGES } from './shop-field-changes';

const SHOP = join(__dirname, '../../systems/shop');
const AS_OF = '2026-12-01';

const folder = mkdtempSync(join(tmpdir(), 'groundplan-shop-contracts-'));

async function documents(): Promise<readonly ContractDocument[]> {
  const reading = await readContracts(folder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.contracts.map(({ document }) => document);
}

/** The contracts with one of them read anew. */
async function reread(
  released: readonly ContractDocument[],
  file: string,
): Promise<readonly ContractDocument[]> {
  const read = READERS.find(([ending]) => file.endsWith(ending))?.[1];
  const reading = await read?.(join(folder, file), { folder });
  if (reading?.ok !== true) throw new Error(JSON.stringify(reading?.problems));
  const { document } = reading.contract;
  return released.map((one) => (one.file === file ? document : one));
}

const READERS = [
  ['.avsc', readAvro],
  ['.schema.json', readJsonSchema],
  ['.proto', readProtobuf],
  ['.openapi.yaml', readOpenApi],
] as const;

describe('a change of one field of the shop', () => {
  let released: readonly ContractDocument[] = [];
  beforeAll(async () => {
    cpSync(join(SHOP, 'contracts'), folder, { recursive: true });
    released = await documents();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(FIELD_CHANGES)('$name', async ({ file, from, to, breaks, field: changed, fix }) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);

    writeFileSync(path, text.replace(from, to));
    const now = await reread(released, file);
    writeFileSync(path, text);
    const contracts = {
      lock: releaseContracts(EMPTY_LOCK, released),
      lockFile: '',
      documents: now,
      sources: '',
    };
    const changes = contractChanges(system, contracts);
    const { exitCode, text: said } = reviewVerb(
      { system, file: join(SHOP, 'system.ts') },
      { asOf: AS_OF, json: true },
      changes,
    );
    const found = (
      JSON.parse(said) as {
        items: { rule: string; problem: string; numbers: { field?: string }; fix: string }[];
      }
    ).items.filter(({ rule }) => rule === 'CON-010');

    expect(changes).not.toHaveLength(0);
    expect(exitCode).toBe(breaks.length === 0 ? 0 : 1);
    expect(
      found.map(({ problem }) => breaks.find((start) => problem.startsWith(start))),
    ).toStrictEqual(found.map(() => expect.any(String) as string));
    for (const start of breaks)
      expect(found.map(({ problem }) => problem).join('\n')).toContain(start);
    expect(found.map(({ numbers }) => numbers.field)).toStrictEqual(found.map(() => changed));
    expect(found.filter((one) => !one.fix.startsWith(fix ?? ''))).toStrictEqual([]);
  });

  it('is one of at least twenty, of which some break and some do not', () => {
    const breaking = FIELD_CHANGES.filter(({ breaks }) => breaks.length > 0).length;

    expect(FIELD_CHANGES.length).toBeGreaterThanOrEqual(20);
    expect(breaking).toBeGreaterThanOrEqual(10);
    expect(FIELD_CHANGES.length - breaking).toBeGreaterThanOrEqual(8);
  });
});
