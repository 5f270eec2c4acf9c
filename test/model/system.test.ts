import { System } from '../../lib/model';
import { lines, untyped } from './lines';

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

describe('a repository', () => {
  const domain = 'shop.example.com';

  test.each(['example/shop', 'a/b', 'Example-1/shop.v2_x'])('may be %s', (repository) => {
    const system = new System('shop', { domain, repository });
    expect(system.repository).toBe(repository);
    expect(lines(system)).toStrictEqual([]);
  });

  test.each(['shop', 'example/', '/shop', '-a/shop', 'a/b/c', 'https://github.com/example/shop'])(
    'may not be %s',
    (repository) => {
      expect(lines(new System('shop', { domain, repository }))).toStrictEqual([
        `DCL-012 [shop] repository is '${repository}', which is not one of GitHub; write it like example/shop`,
      ]);
    },
  );

  test('is none unless it is said', () => {
    expect(new System('shop', { domain }).repository).toBeUndefined();
  });
});

describe('a registry', () => {
  const registered = (account: string, region: string) =>
    new System('shop', {
      domain: 'shop.example.com',
      registry: { account, region: untyped(region) },
    });

  test('has an account and a region', () => {
    const system = registered('111122223333', 'eu-west-1');
    expect(system.registry).toStrictEqual({ account: '111122223333', region: 'eu-west-1' });
    expect(lines(system)).toStrictEqual([]);
  });

  test('is none unless it is said', () => {
    expect(new System('shop', { domain: 'shop.example.com' }).registry).toBeUndefined();
  });

  test('has an account of twelve digits and a region of AWS', () => {
    expect(lines(registered('1111', 'eu-nowhere-1'))).toStrictEqual([
      "DCL-005 [shop] registry.region 'eu-nowhere-1' is not an AWS region; write it like eu-west-1",
      "DCL-007 [shop] registry.account '1111' is not twelve digits; write it like 111122223333",
    ]);
  });
});
