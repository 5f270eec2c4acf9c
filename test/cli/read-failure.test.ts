import { join } from 'node:path';
import { BrokenSystemFile } from '../../lib/cli/broken-system-file';
import { readLoaded } from '../../lib/cli/read-failure';
import { UnscopedPlatformError } from '../../lib/core/errors';
import { System } from '../../lib/model';

const loaded = {
  system: new System('shop', { domain: 'shop.example.com' }),
  file: join(process.cwd(), 'systems', 'shop', 'system.ts'),
};

function saidOf(error: unknown): string {
  try {
    readLoaded(loaded, () => {
      throw error;
    });
  } catch (said) {
    return said instanceof BrokenSystemFile ? said.message : 'something else';
  }
  return 'nothing';
}

describe('readLoaded', () => {
  it('hands on what was read', () => {
    expect(readLoaded(loaded, ({ system }) => system.name)).toBe('shop');
  });

  it('says of the file what cannot be read, in one line with the place of the failure', () => {
    expect(saidOf(new TypeError('regions.map is not a function'))).toMatch(
      /^\[systems\/shop\/system\.ts\] what it declares cannot be read: TypeError: regions\.map is not a function \(at .*read-failure\.test\.ts:\d+:\d+\)?\); check its types with npx tsc --noEmit; where they hold, report a defect of groundplan$/,
    );
  });

  it('says what was thrown when it is no error', () => {
    expect(saidOf('text')).toBe(
      "[systems/shop/system.ts] what it declares cannot be read: throws 'text'; check its types with npx tsc --noEmit; where they hold, report a defect of groundplan",
    );
  });

  it('keeps what errors of this package say', () => {
    expect(saidOf(new UnscopedPlatformError('zones is 7', 'name fewer'))).toBe(
      '[systems/shop/system.ts] zones is 7; name fewer',
    );
    expect(saidOf(new BrokenSystemFile({ file: 'a.ts' }, 'is broken', 'mend it'))).toBe(
      '[a.ts] is broken; mend it',
    );
  });
});
