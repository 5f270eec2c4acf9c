import { readSystem } from '../../lib/model';
import {
  bulkheadOf,
  capacityOf,
  inFlight,
  leftWithoutZone,
  neededForZoneLoss,
  peakAfterLoss,
  replicasFor,
  worstRegionLoss,
} from '../../lib/plan/capacity';
import { indexSystem } from '../../lib/plan/index-of-system';
import { addService, soundSystem } from '../support/systems';

test('replicas carry what each of them does, and one more carries the rest', () => {
  expect(capacityOf(30, 50)).toBe(1_500);
  expect(replicasFor(1_500, 50)).toBe(30);
  expect(replicasFor(1_501, 50)).toBe(31);
});

test.each([
  [1, 3, 0],
  [2, 3, 1],
  [3, 3, 2],
  [4, 3, 2],
  [6, 3, 4],
  [6, 1, 0],
])('of %d replicas in %d zones %d are left without one zone', (replicas, zones, left) => {
  expect(leftWithoutZone(replicas, zones)).toBe(left);
});

test('the fewest replicas leave what is needed, and one fewer does not', () => {
  for (const zones of [2, 3]) {
    for (let left = 1; left <= 40; left += 1) {
      const needed = neededForZoneLoss(left, zones) ?? Number.NaN;
      expect(leftWithoutZone(needed, zones)).toBeGreaterThanOrEqual(left);
      expect(leftWithoutZone(needed - 1, zones)).toBeLessThan(left);
    }
  }
  expect(neededForZoneLoss(1, 1)).toBeUndefined();
});

test('what comes to the region that is left is rounded up, but for the dust of floating point', () => {
  const loss = (factor: number) => ({ lost: [], factor, why: '' });

  expect(peakAfterLoss(100, loss(3))).toBe(300);
  expect(peakAfterLoss(101, loss(7 / 3))).toBe(236);
  expect(700 * (9 / 7)).toBeGreaterThan(900);
  expect(peakAfterLoss(700, loss(9 / 7))).toBe(900);
});

test('200 requests a second of 100ms are 20 under way', () => {
  expect(inFlight(200, 100)).toBe(20);
});

describe('the worst loss of regions', () => {
  const loss = (...args: Parameters<typeof environment>) => worstRegionLoss(environment(...args));
  const environment = (
    regions: readonly ('eu-west-1' | 'us-east-1' | 'ap-south-1')[],
    waves?: readonly (readonly ('eu-west-1' | 'us-east-1' | 'ap-south-1')[])[],
  ) => soundSystem({ production: { regions, ...(waves && { waves }) } }).production;

  test('is none of a single region', () => {
    expect(loss(['eu-west-1'])).toBeUndefined();
  });

  test('is one region, whose visitors come to another, when all are in one wave', () => {
    expect(loss(['eu-west-1', 'us-east-1', 'ap-south-1'])).toMatchObject({
      ...{ lost: ['eu-west-1'], factor: 2, why: 'a region is lost' },
    });
  });

  test('is a wave that leaves fewer', () => {
    const waves = [['eu-west-1'], ['us-east-1', 'ap-south-1']] as const;

    expect(loss(['eu-west-1', 'us-east-1', 'ap-south-1'], waves)).toMatchObject({
      ...{ lost: ['us-east-1', 'ap-south-1'], factor: 3, why: 'wave 2 is bad' },
    });
  });
});

test('limits hold for each replica of each caller', () => {
  const { system, context, production, orders, web } = soundSystem();
  const other = addService(context, 'other', { replicas: { min: 2, max: 10 } });
  other.calls(orders.api.operation('Cancel'), { timeout: '50ms', criticality: 'required' });
  const index = indexSystem(readSystem(system));

  expect(bulkheadOf(index, production, orders)).toMatchObject({
    ...{ callers: 16, total: 256, largest: 'other' },
    pool: { maxRequests: 16 },
  });
  expect(bulkheadOf(index, production, web)).toBeUndefined();
});
