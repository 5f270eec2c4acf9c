import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourcesOf } from '../../lib/contracts/lock-sources';

describe('sourcesOf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-sources-'));
  const write = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text);
    return sourcesOf(folder);
  };
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('changes with every file but those that are written by us', () => {
    mkdirSync(join(folder, 'deep'));
    const first = write('a.avsc', 'a');
    const second = write('deep/common.yaml', 'b');

    expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(second).not.toBe(first);
    expect(write('contracts.lock.json', '{}')).toBe(second);
    expect(write('a.gen.ts', 'x')).toBe(second);
    expect(write('a.avsc', 'ab')).not.toBe(second);
    expect(write('a.avsc', 'a')).toBe(second);
  });
});
