import { AliasRecord } from '../../../lib/aws/dns/alias-record';
import { all, synthOne, thrownBy } from '../one-stack';

const PROPS = {
  zoneId: 'Z01',
  domainName: 'shop.example.com',
  distributionDomainName: 'd111111abcdef8.cloudfront.net',
  distributionZoneId: 'Z2FDTNDATAQYW2',
};

test('leads to the distribution over IPv4 and IPv6', () => {
  const common = {
    zone_id: 'Z01',
    name: 'shop.example.com',
    alias: {
      name: 'd111111abcdef8.cloudfront.net',
      zone_id: 'Z2FDTNDATAQYW2',
      evaluate_target_health: false,
    },
  };
  const stack = synthOne((scope) => new AliasRecord(scope, 'Site', PROPS));

  expect(all(stack, 'aws_route53_record')).toEqual([
    expect.objectContaining({ ...common, type: 'A' }),
    expect.objectContaining({ ...common, type: 'AAAA' }),
  ]);
});

test('a wildcard is a domain too', () => {
  const stack = synthOne(
    (scope) => new AliasRecord(scope, 'Site', { ...PROPS, domainName: '*.shop.example.com' }),
  );

  expect(all(stack, 'aws_route53_record')[0]).toMatchObject({ name: '*.shop.example.com' });
});

test('fails if the domain is none', () => {
  expect(
    thrownBy((scope) => new AliasRecord(scope, 'Site', { ...PROPS, domainName: 'shop' })),
  ).toThrow("[test/Site] domainName 'shop' is not a domain name");
});
