import { REGIONS } from '../../lib/model';
import { ZONES } from '../../lib/plan/network-plan';
import { hasService, REGIONAL_SERVICES, usableZones } from '../../lib/plan/region-facts';

const lacking = (service: keyof typeof REGIONAL_SERVICES) =>
  REGIONS.filter((region) => !hasService(region, REGIONAL_SERVICES[service]));

test('metrics are kept everywhere but in New Zealand', () => {
  expect(lacking('metrics')).toStrictEqual(['ap-southeast-6']);
});

test('Kafka is copied between sixteen regions', () => {
  expect(new Set(REGIONAL_SERVICES.replicator.regions).size).toBe(16);
  expect(lacking('replicator')).toHaveLength(REGIONS.length - 16);
  expect(lacking('replicator')).toContain('eu-south-2');
});

test.each(Object.values(REGIONAL_SERVICES))(
  '$name says where its regions are published',
  ({ source }) => {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  },
);

test('only Northern California has fewer zones than a network spans', () => {
  expect(REGIONS.filter((region) => usableZones(region) < ZONES)).toStrictEqual(['us-west-1']);
  expect(usableZones('us-west-1')).toBe(2);
});
