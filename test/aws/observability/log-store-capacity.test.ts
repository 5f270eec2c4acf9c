import { Fn, Token } from 'cdktf';
import type { LogStoreCapacity } from '../../../lib/aws/observability/log-store-capacity';
import {
  assertCapacity,
  renderAutoTune,
  renderNodes,
  subnetsOf,
  zonesOf,
} from '../../../lib/aws/observability/log-store-capacity';

const RETAINED: LogStoreCapacity = {
  nodes: 3,
  nodeType: 'r7g.large.search',
  masterType: 'm7g.large.search',
  storageGiB: 100,
  subnetIds: ['a', 'b', 'c'],
  protection: 'retain',
};
const DISPOSABLE: LogStoreCapacity = { ...RETAINED, nodes: 1, protection: 'disposable' };
const HERE = { node: { path: 'test/Here' } };
const check = (capacity: LogStoreCapacity) => () => {
  assertCapacity(HERE, capacity);
};

test('a retained domain stands in three zones with three masters', () => {
  expect(zonesOf({ ...RETAINED, nodes: 6 })).toBe(3);
  expect(renderNodes({ ...RETAINED, nodes: 6 })).toEqual({
    instanceType: 'r7g.large.search',
    instanceCount: 6,
    dedicatedMasterEnabled: true,
    dedicatedMasterType: 'm7g.large.search',
    dedicatedMasterCount: 3,
    zoneAwarenessEnabled: true,
    zoneAwarenessConfig: { availabilityZoneCount: 3 },
  });
});

test.each([
  [1, false, undefined],
  [2, true, { availabilityZoneCount: 2 }],
])('a disposable domain of %d nodes has no masters', (nodes, aware, config) => {
  expect(renderNodes({ ...DISPOSABLE, nodes })).toEqual({
    instanceType: 'r7g.large.search',
    instanceCount: nodes,
    dedicatedMasterEnabled: false,
    zoneAwarenessEnabled: aware,
    zoneAwarenessConfig: config,
  });
});

test('takes a subnet for each zone and leaves the others', () => {
  expect(subnetsOf(RETAINED)).toEqual(['a', 'b', 'c']);
  expect(subnetsOf(DISPOSABLE)).toEqual(['a']);
  expect(subnetsOf({ ...DISPOSABLE, nodes: 2 })).toEqual(['a', 'b']);
});

test('subnets only Terraform knows are counted by Terraform', () => {
  const subnetIds = Fn.split(',', 'a,b,c');

  expect(check({ ...RETAINED, subnetIds })).not.toThrow();
  expect(Token.isUnresolved(subnetsOf({ ...DISPOSABLE, subnetIds }))).toBe(true);
});

test.each([
  [RETAINED],
  [{ ...RETAINED, nodes: 300 }],
  [DISPOSABLE],
  [{ ...DISPOSABLE, nodes: 2, subnetIds: ['a', 'b'] }],
  [{ ...DISPOSABLE, subnetIds: ['a'], storageGiB: 10 }],
])('takes %j', (capacity) => {
  expect(check(capacity)).not.toThrow();
});

test.each([
  [
    { ...RETAINED, nodes: 4 },
    'nodes is 4, a retained domain has as many in each of 3 zones; pass a multiple of 3',
  ],
  [{ ...RETAINED, nodes: 2 }, 'nodes is 2, a whole number of 3 or more is needed'],
  [{ ...DISPOSABLE, nodes: 0 }, 'nodes is 0, a whole number of 1 to 2 is needed'],
  [{ ...DISPOSABLE, nodes: 3 }, 'nodes is 3, a whole number of 1 to 2 is needed'],
  [{ ...DISPOSABLE, storageGiB: 9 }, 'storageGiB is 9, a whole number of 10 or more is needed'],
  [
    { ...RETAINED, subnetIds: ['a', 'b'] },
    'subnetIds has 2 entries, 3 are needed; pass one subnet per zone',
  ],
])('refuses %j', (capacity, problem) => {
  expect(check(capacity)).toThrow(`[test/Here] ${problem}`);
});

test.each(['t2.medium.search', 't3.medium.search'])('%s is not tuned', (nodeType) => {
  expect(renderAutoTune(nodeType)).toEqual({ desiredState: 'DISABLED' });
});

test('others are tuned in quiet hours', () => {
  expect(renderAutoTune('r7g.large.search')).toEqual({
    desiredState: 'ENABLED',
    useOffPeakWindow: true,
    rollbackOnDisable: 'NO_ROLLBACK',
  });
});
