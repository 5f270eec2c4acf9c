import { isRegion, REGIONS } from '../../lib/model';

test('regions are those of the commercial partition, in order, each once', () => {
  expect([...REGIONS]).toStrictEqual([...new Set(REGIONS)].sort());
  expect(REGIONS.filter((region) => /^(cn|us-gov|us-iso)/.test(region))).toStrictEqual([]);
});

test.each(['eu-west-1', 'us-east-1', 'ap-northeast-2', 'mx-central-1'])('%s is one', (region) => {
  expect(isRegion(region)).toBe(true);
});

test.each(['eu-west-4', 'EU-WEST-1', 'eu-west-1a', 'cn-north-1', 'us-gov-west-1', ''])(
  '%j is none',
  (region) => {
    expect(isRegion(region)).toBe(false);
  },
);
