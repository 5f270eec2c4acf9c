import { primary, type Region } from '../../lib/model';
import { primaryRole, readerRegions } from '../../lib/plan/placed-roles';
import { soundSystem } from '../support/systems';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;

test('readers are regions of the environment, without the writer', () => {
  const { production } = soundSystem({ production: { regions: REGIONS } });
  expect(readerRegions(production, primary('us-east-1', { readers: 'everywhere' }))).toStrictEqual([
    'eu-west-1',
    'us-west-2',
  ]);
  expect(
    readerRegions(production, primary('us-east-1', { readers: ['us-west-2', 'eu-west-3'] })),
  ).toStrictEqual(['us-west-2']);
});

test.each([
  [
    'read everywhere',
    primary('us-east-1', { readers: 'everywhere' }),
    ['reader', 'writer', 'reader'],
  ],
  [
    'read somewhere',
    primary('us-east-1', { readers: ['us-west-2'] }),
    [undefined, 'writer', 'reader'],
  ],
  ['read nowhere', primary('us-east-1'), [undefined, 'regional', undefined]],
  [
    'written elsewhere',
    primary('ap-south-1', { readers: ['eu-west-1'] }),
    ['reader', undefined, undefined],
  ],
])('what is %s has its role in each region', (_, placement, roles) => {
  const { production } = soundSystem({ production: { regions: REGIONS } });
  expect(REGIONS.map((region: Region) => primaryRole(production, region, placement))).toStrictEqual(
    roles,
  );
});

test('the only region of an environment has it alone, wherever others write', () => {
  const { production } = soundSystem({ production: { regions: ['eu-west-1'] } });
  expect(
    primaryRole(production, 'eu-west-1', primary('us-east-1', { readers: 'everywhere' })),
  ).toBe('regional');
});
