import { BrokenSystemFile } from '../../lib/cli/broken-system-file';

describe('BrokenSystemFile', () => {
  it('says file, line, problem and fix', () => {
    const error = new BrokenSystemFile(
      { file: 'system.ts', line: 7 },
      'TypeError: boom',
      'mend it',
    );

    expect(error.message).toBe('[system.ts:7] TypeError: boom; mend it');
    expect(error.name).toBe('BrokenSystemFile');
  });

  it('says no line when the whole file is meant', () => {
    expect(new BrokenSystemFile({ file: 'system.ts' }, 'is empty', 'fill it').message).toBe(
      '[system.ts] is empty; fill it',
    );
  });
});
