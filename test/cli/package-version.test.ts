import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVersion } from '../../lib/cli/package-version';
import { version } from '../../package.json';

test('the version is that of the nearest manifest above', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-version-'));
  mkdirSync(join(folder, 'build', 'lib'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"version":"7.8.9"}');

  expect(packageVersion(join(folder, 'build', 'lib'))).toBe('7.8.9');
  expect(packageVersion()).toBe(version);
  rmSync(folder, { recursive: true });
});
