import {
  activeActive,
  ObjectBucket,
  primary,
  regional,
  type Placement,
  type Region,
} from '../../lib/model';
import { planBucket } from '../../lib/plan/bucket-plan';
import { soundSystem } from '../support/systems';
import { PLACE } from './plans';

const REGIONS = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;
const HOME = regional({ partitionedBy: 'customer home region' });
const EVERYWHERE = activeActive({ conflict: 'last-writer-wins' });

function plans(placement: Placement | undefined, regions: readonly Region[] = REGIONS) {
  const { production, web } = soundSystem({ production: { regions } });
  const store = new ObjectBucket(web, 'photos', { placement });
  return regions.map((region) => planBucket(production, region, { ...PLACE, region }, store));
}

test.each([
  ['undeclared', undefined, ['regional', 'regional', 'regional']],
  ['regional', HOME, ['regional', 'regional', 'regional']],
  [
    'primary, read everywhere',
    primary('us-east-1', { readers: 'everywhere' }),
    ['reader', 'writer', 'reader'],
  ],
  [
    'primary, read somewhere',
    primary('us-east-1', { readers: ['us-west-2'] }),
    [undefined, 'writer', 'reader'],
  ],
  ['primary, read nowhere', primary('us-east-1'), [undefined, 'regional', undefined]],
  ['active-active', EVERYWHERE, ['peer', 'peer', 'peer']],
])('a bucket placed %s has its role in each region', (_, placement, roles) => {
  expect(plans(placement).map((plan) => plan?.role)).toStrictEqual(roles);
});

test.each([
  ['primary', primary('us-east-1', { readers: 'everywhere' })],
  ['active-active', EVERYWHERE],
])('the only region of an environment has a %s bucket alone', (_, placement) => {
  expect(plans(placement, ['eu-west-1'])).toStrictEqual([
    {
      kind: 'ObjectBucket',
      name: 'photos',
      bucket: 'shop-production-web-photos-111122223333-eu-west-1',
      role: 'regional',
      globalRegions: [],
    },
  ]);
});

test('objects are copied from where they are written to where they are read, by a role of that region', () => {
  const globalRegions = ['us-east-1', 'us-west-2'];

  expect(plans(primary('us-east-1', { readers: ['us-west-2'] }))).toStrictEqual([
    undefined,
    {
      kind: 'ObjectBucket',
      name: 'photos',
      bucket: 'shop-production-web-photos-111122223333-us-east-1',
      role: 'writer',
      globalRegions,
      copies: { role: 'shop-production-us-east-1-web.copies-photos', regions: ['us-west-2'] },
    },
    {
      kind: 'ObjectBucket',
      name: 'photos',
      bucket: 'shop-production-web-photos-111122223333-us-west-2',
      role: 'reader',
      globalRegions,
    },
  ]);
});

test('objects that are written everywhere are copied from each region to all others', () => {
  expect(plans(EVERYWHERE).map((plan) => plan?.copies)).toStrictEqual([
    { role: 'shop-production-eu-west-1-web.copies-photos', regions: ['us-east-1', 'us-west-2'] },
    { role: 'shop-production-us-east-1-web.copies-photos', regions: ['eu-west-1', 'us-west-2'] },
    { role: 'shop-production-us-west-2-web.copies-photos', regions: ['eu-west-1', 'us-east-1'] },
  ]);
  expect(plans(EVERYWHERE).map((plan) => plan?.globalRegions)).toStrictEqual([
    [...REGIONS],
    [...REGIONS],
    [...REGIONS],
  ]);
});
