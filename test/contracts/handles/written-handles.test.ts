import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { MARK } from '../../../lib/contracts/handles/format-handle';
import { compareHandles, writeHandles } from '../../../lib/contracts/handles/written-handles';
import { OPTIONS_FILE, OPTIONS_PROTO } from '../../../lib/contracts/protobuf/options';
import { folderWith } from '../support/folder';

const OURS = `${MARK} from x.proto: change that file, not this one.\n`;
const text = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('handles in a folder', () => {
  it('are current, stale, missing or left over, in order of file', () => {
    const folder = folderWith({
      'b.gen.ts': OURS,
      'c.gen.ts': `${OURS}// old\n`,
      'old/d.gen.ts': OURS,
      [OPTIONS_FILE]: OPTIONS_PROTO,
    });
    const wanted = new Map([
      ['c.gen.ts', OURS],
      ['b.gen.ts', OURS],
      ['a.gen.ts', OURS],
    ]);

    expect(compareHandles(folder, wanted)).toStrictEqual([
      { file: 'a.gen.ts', state: 'missing' },
      { file: 'b.gen.ts', state: 'current' },
      { file: 'c.gen.ts', state: 'stale' },
      { file: OPTIONS_FILE, state: 'left over' },
      { file: 'old/d.gen.ts', state: 'left over' },
    ]);
  });

  it('are left over only where they were written by us', () => {
    const folder = folderWith({
      'hand.gen.ts': 'export const a = 1;\n',
      'empty.gen.ts': '',
      'ours.ts': OURS,
      [OPTIONS_FILE]: 'syntax = "proto3";\n',
    });

    expect(compareHandles(folder, new Map())).toStrictEqual([]);
  });

  it('are written where they are missing or stale, removed where left over, and else not touched', () => {
    const folder = folderWith({
      'b.gen.ts': OURS,
      'c.gen.ts': `${OURS}// old\n`,
      'd.gen.ts': OURS,
    });
    const wanted = new Map([
      ['new/a.gen.ts', OURS],
      ['b.gen.ts', OURS],
      ['c.gen.ts', OURS],
    ]);
    utimesSync(join(folder, 'b.gen.ts'), 1_000, 1_000);

    writeHandles(folder, wanted, compareHandles(folder, wanted));

    expect(text(folder, 'new/a.gen.ts')).toBe(OURS);
    expect(text(folder, 'c.gen.ts')).toBe(OURS);
    expect(existsSync(join(folder, 'd.gen.ts'))).toBe(false);
    expect(statSync(join(folder, 'b.gen.ts')).mtimeMs).toBe(1_000_000);
    expect(compareHandles(folder, wanted).map(({ state }) => state)).toStrictEqual([
      'current',
      'current',
      'current',
    ]);
  });
});
