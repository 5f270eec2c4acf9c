import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesOf, repositoryOf } from '../../lib/cli/places';
import { System, Team } from '../../lib/model';
import { keepOrigins } from '../../lib/model/origins';

function declare(keep: boolean): System {
  keepOrigins(keep);
  const system = new System('shop', { domain: 'shop.example.com' });
  new Team(system, 'sales', { kind: 'stream-aligned', slack: '#sales' });
  keepOrigins(false);
  return system;
}

describe('placesOf', () => {
  const file = join(__dirname, 'system.ts');

  it('names the line of a declaration, or of what it is part of', () => {
    const placeOf = placesOf({ system: declare(true), file }, join(__dirname, '..'));
    const system = placeOf('shop');
    const team = placeOf('shop/Team.sales');

    expect(system).toMatchObject({ file: 'cli/places.test.ts' });
    expect(team).toStrictEqual({ file: 'cli/places.test.ts', line: (system?.line ?? 0) + 1 });
    expect(placeOf('shop/Team.sales/Anything/below')).toStrictEqual(team);
    expect(placeOf('shop/Team.other')).toStrictEqual(system);
    expect(placeOf('shop/Team.sales')).toBe(team);
  });

  it('names the system file where no origins were kept', () => {
    const placeOf = placesOf({ system: declare(false), file }, __dirname);

    expect(placeOf('shop/Team.sales')).toStrictEqual({ file: 'system.ts' });
  });

  it('names the system file where the user wrote nothing of a declaration', () => {
    const elsewhere = placesOf(
      { system: declare(true), file: '/somewhere/system.ts' },
      '/somewhere',
    );

    expect(elsewhere('shop/Team.sales')).toStrictEqual({ file: 'system.ts' });
  });
});

describe('repositoryOf', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'groundplan-places-')));
  const file = join(folder, 'a', 'b', 'system.ts');
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the folder of the file without a repository or package, then the package, then the repository', () => {
    expect(repositoryOf(file)).toBe(join(folder, 'a', 'b'));
    writeFileSync(join(folder, 'a', 'package.json'), '{}');
    expect(repositoryOf(file)).toBe(join(folder, 'a'));
    mkdirSync(join(folder, '.git'));
    expect(repositoryOf(file)).toBe(folder);
  });
});
