import { review } from '../../../../lib/review';
import { addService, DIGEST, soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const disposable = (releases: Readonly<Record<string, string>>) =>
  soundSystem({ production: { protection: 'disposable', releases } });

describe('REL-002', () => {
  test('accepts a digest of each service', () => {
    expect(breaches(disposable({ web: DIGEST, orders: DIGEST }).system, 'REL-002')).toStrictEqual(
      [],
    );
  });

  test('warns once of all services without digest', () => {
    const { system } = disposable({});

    expect(breaches(system, 'REL-002')).toStrictEqual([
      {
        path: 'shop/Environment.production',
        problem: 'releases say no digest of 2 services, which run latest: orders, web',
        numbers: { servicesWithoutDigest: 2, services: 2 },
        fix: 'release to production: digests go into the releases file',
      },
    ]);
    expect(review(system)).toMatchObject({ errors: 0, warnings: 1 });
  });

  test('cuts a long list', () => {
    const { system, context } = disposable({});
    for (let i = 10; i < 20; i += 1) addService(context, `a${i}`);

    expect(breaches(system, 'REL-002').map(({ problem }) => problem)).toStrictEqual([
      'releases say no digest of 12 services, which run latest: a10, a11, a12, a13, a14, a15, a16, a17, a18, a19 and 2 more',
    ]);
  });

  test('leaves retained environments to REL-001', () => {
    const { system } = soundSystem({ production: { releases: {} } });

    expect(breaches(system, 'REL-002')).toStrictEqual([]);
  });
});
