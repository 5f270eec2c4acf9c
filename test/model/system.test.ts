import { System } from '../../lib/model';
import { lines } from './lines';

test('a system has a name and a domain', () => {
  const system = new System('shop', { domain: 'shop.example.com' });
  expect([system.kind, system.name, system.domain, system.node.path]).toStrictEqual([
    'System',
    'shop',
    'shop.example.com',
    'shop',
  ]);
  expect(lines(system)).toStrictEqual([]);
});

test.each(['aws', 'aws-shop', 'ssm-shop'])('a system is not named %s', (name) => {
  expect(lines(new System(name, { domain: 'shop.example.com' }))).toStrictEqual([
    `DCL-001 [${name}] '${name}' begins with a word that SSM parameters may not begin with; choose a name that begins with neither aws nor ssm`,
  ]);
});

test.each(['shop-aws', 'awe', 'ss'])('a system may be named %s', (name) => {
  expect(lines(new System(name, { domain: 'shop.example.com' }))).toStrictEqual([]);
});

test('a bad name is reported at the path of the system', () => {
  expect(lines(new System('Shop', { domain: 'shop.example.com' }))).toStrictEqual([
    "DCL-001 [Shop] 'Shop' is not a name in the model (kebab-case: lower-case letters, digits and single hyphens, a letter first); choose a shorter kebab-case name",
  ]);
});

test.each(['shop', 'shop_1.example.com', 'https://shop.example.com', ''])(
  '%j is no domain',
  (domain) => {
    expect(lines(new System('shop', { domain }))).toStrictEqual([
      `DCL-001 [shop] domain '${domain}' is not a domain name (labels of at most 63 lower-case letters, digits and hyphens, joined by dots); write it like shop.example.com`,
    ]);
  },
);
