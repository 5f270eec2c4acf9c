import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedContracts, currentContracts, systemFolder } from '../../lib/cli/current-contracts';
import { contractChanges } from '../../lib/cli/contract-changes';
import { formatLock, releaseContracts } from '../../lib/contracts/lock';
import { contractSystem } from '../contracts/contract-system';

const event = (...names: readonly string[]): string =>
  JSON.stringify({
    ...{ type: 'record', name: 'OrderPlaced', namespace: 'shop' },
    fields: names.map((name) => ({ name, type: 'string' })),
  });

describe('contracts of a package', () => {
  let folder = '';
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  const settings = (contracts?: unknown): void => {
    write('package.json', JSON.stringify({ groundplan: { system: 'system.ts', contracts } }));
  };
  const released = async (): Promise<void> => {
    const current = await currentContracts(folder);
    if (!current.ok) throw new Error(current.text);
    const { lock, documents, sources, lockFile } = current.contracts;
    writeFileSync(lockFile, formatLock(releaseContracts(lock, documents, { sources })));
  };
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-current-')));
    mkdirSync(join(folder, 'contracts'));
    settings({ folder: 'contracts' });
    write('contracts/order-placed.avsc', event('id'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are compared with nothing where nothing was released', async () => {
    const current = await currentContracts(folder);

    expect(current).toMatchObject({
      ok: true,
      contracts: {
        lockFile: join(folder, 'contracts/contracts.lock.json'),
        documents: [{ file: 'order-placed.avsc' }],
      },
    });
    expect(current.ok && current.contracts.lock.contracts.size).toBe(0);
    expect(await changedContracts(folder)).toStrictEqual({ ok: true, contracts: undefined });
  });

  it('did not change after they were released', async () => {
    await released();

    expect(await changedContracts(folder)).toStrictEqual({ ok: true, contracts: undefined });
  });

  it('are parsed only where a file differs', async () => {
    await released();
    write('contracts/order-placed.avsc', 'no Avro');

    expect(await changedContracts(folder)).toMatchObject({
      ok: false,
      text: expect.stringMatching(/^order-placed[.]avsc/) as string,
    });
  });

  it('give the changes since they were released', async () => {
    await released();
    write('contracts/order-placed.avsc', event('id', 'coupon'));
    const changed = await changedContracts(folder);
    const contracts = changed.ok ? changed.contracts : undefined;

    expect(contractChanges(contractSystem().system, contracts)).toMatchObject([
      {
        file: 'order-placed.avsc',
        field: 'coupon',
        rule: 'avro-field-without-default',
        breaking: true,
      },
    ]);
    expect(contractChanges(contractSystem('FORWARD').system, contracts)).toMatchObject([
      { breaking: false },
    ]);
    expect(contractChanges(contractSystem().system, undefined)).toStrictEqual([]);
  });

  it('say what is wrong with the lock', async () => {
    write('contracts/contracts.lock.json', '{');
    const wrong = {
      ok: false,
      text: expect.stringMatching(
        /contracts[.]lock[.]json\] contracts[.]lock[.]json is not JSON; restore the file/,
      ) as string,
    };

    expect(await currentContracts(folder)).toStrictEqual(wrong);
    expect(await changedContracts(folder)).toStrictEqual(wrong);
  });

  it('say where the lock cannot be read', async () => {
    mkdirSync(join(folder, 'contracts/contracts.lock.json'));

    expect(await changedContracts(folder)).toMatchObject({
      ok: false,
      text: expect.stringMatching(/\] cannot be read; make it a file/) as string,
    });
  });

  it('are none where the package says nothing of them, or there is no package', async () => {
    settings();
    const none = { ok: true, contracts: undefined };

    expect(await changedContracts(folder)).toStrictEqual(none);
    rmSync(join(folder, 'package.json'));
    expect(await changedContracts(folder)).toStrictEqual(none);
  });

  it('are asked for by name where they are compared', async () => {
    settings();

    await expect(currentContracts(folder)).rejects.toThrow('names no folder of contracts');
  });

  it('are missing where their folder is', async () => {
    settings({ folder: 'elsewhere' });

    await expect(changedContracts(folder)).rejects.toThrow('is no folder');
  });
});

describe('systemFolder', () => {
  it('is where the system file stands', () => {
    expect(systemFolder('/somewhere/system.ts')).toBe('/somewhere');
    expect(systemFolder(undefined)).toBe(join(__dirname, '../../systems/shop'));
  });
});
