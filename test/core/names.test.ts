import fc from 'fast-check';
import { fitName, nameProblem, NAME_RULES, shortHash, snakeCase } from '../../lib/core/names';
import type { NameKind } from '../../lib/core/names';

const KINDS = Object.keys(NAME_RULES) as NameKind[];
const a = (length: number): string => 'a'.repeat(length);
const levels = (count: number): string => '/a'.repeat(count);

/** For each kind: the published maximum, a name of just that length, names allowed and names refused. */
const CASES: Record<NameKind, { max: number; longest: string; good: string[]; bad: string[] }> = {
  entity: {
    max: 40,
    longest: a(40),
    good: ['a', 'a1', 'order-service', 'a-1-b'],
    bad: ['', '1a', '-a', 'a-', 'a--b', 'A', 'a_b', 'a.b', 'a b', 'ä', 'a\n'],
  },
  kubernetesLabelValue: {
    max: 63,
    longest: a(63),
    good: ['', 'a', 'A', '1', 'a_b.c-D', 'a..b'],
    bad: ['-a', 'a-', '.a', 'a.', '_a', 'a_', 'a/b', 'a b'],
  },
  kubernetesNamespace: {
    max: 63,
    longest: a(63),
    good: ['a', '1', 'a--b', '1-a'],
    bad: ['', '-a', 'a-', 'A', 'a.b', 'a_b'],
  },
  kubernetesService: {
    max: 63,
    longest: a(63),
    good: ['a', 'a1', 'a--b'],
    bad: ['', '1', '1a', '-a', 'a-', 'A', 'a.b'],
  },
  kubernetesName: {
    max: 253,
    longest: a(253),
    good: ['a', '1', 'a.b', 'a-b.1-c', 'a--b'],
    bad: ['', '.a', 'a.', 'a..b', 'a.-b', 'a-.b', '-a', 'a-', 'A', 'a_b'],
  },
  iamRole: {
    max: 64,
    longest: a(64),
    good: ['a', 'A+=,.@-_9'],
    bad: ['', 'a b', 'a/b', 'a:b', 'ä'],
  },
  securityGroup: {
    max: 255,
    longest: a(255),
    good: ['a', 'my sg-1', 'Sg-a', 'a ._-:/()#,@[]+=&;{}!$*'],
    bad: ['', 'sg-a', 'a?', 'a"', 'ä', 'a\\'],
  },
  eksCluster: {
    max: 100,
    longest: a(100),
    good: ['a', '1', 'A_b-c', 'a-', 'a_'],
    bad: ['', '-a', '_a', 'a.b', 'a b'],
  },
  rdsIdentifier: {
    max: 63,
    longest: a(63),
    good: ['a', 'a1', 'a-b'],
    bad: ['', '1a', 'a-', '-a', 'a--b', 'A', 'a_b', 'a.b'],
  },
  postgresIdentifier: {
    max: 63,
    longest: a(63),
    good: ['a', 'a1_b', 'a_', 'pg', 'pgx_a'],
    bad: ['', '1a', '_a', 'a-b', 'A', 'pg_orders'],
  },
  elastiCacheReplicationGroup: {
    max: 40,
    longest: a(40),
    good: ['a', 'a1', 'a-b'],
    bad: ['', '1a', 'a-', '-a', 'a--b', 'A', 'a_b'],
  },
  loadBalancer: {
    max: 32,
    longest: a(32),
    good: ['a', '1', 'A-b', 'a--b', 'internal', 'internala', 'an-internal-a'],
    bad: ['', '-a', 'a-', 'internal-a', 'a_b', 'a.b', 'a b'],
  },
  snsTopic: {
    max: 256,
    longest: a(256),
    good: ['a', 'A_b-1', '-', '_'],
    bad: ['', 'a.b', 'a b', 'a.fifo', 'ä'],
  },
  backupVault: {
    max: 50,
    longest: a(50),
    good: ['ab', 'A_b-1', '--'],
    bad: ['', 'a', 'a.b', 'a b'],
  },
  openSearchDomain: {
    max: 28,
    longest: a(28),
    good: ['abc', 'a-1', 'ab-'],
    bad: ['', 'a', 'ab', '1ab', '-ab', 'Abc', 'a_b', 'a.b'],
  },
  dynamoTable: {
    max: 255,
    longest: a(255),
    good: ['abc', 'A_b.c-1', '...'],
    bad: ['', 'a', 'ab', 'ab c', 'a/b'],
  },
  mskCluster: {
    max: 64,
    longest: a(64),
    good: ['a', '1', 'A-b'],
    bad: ['', '-a', 'a_b', 'a.b', 'a b'],
  },
  kafkaTopic: {
    max: 249,
    longest: a(249),
    good: ['a', 'A_b.c-1', '...', '.a', '-'],
    bad: ['', '.', '..', 'a b', 'a/b', 'ä'],
  },
  s3Bucket: {
    max: 63,
    longest: a(63),
    good: ['abc', 'a-b', '1a1', 'a--b', 'xn-a', 'sthreea', 's3alias', 'a-ban', 'an-a'],
    bad: [
      ...['', 'ab', 'a-', '-ab', 'ab-', 'A-b', 'a_b', 'a.b'],
      ...['xn--a', 'sthree-a', 'amzn-s3-demo-a'],
      ...['a-s3alias', 'a--ol-s3', 'a--x-s3', 'a--table-s3', 'a-an'],
    ],
  },
  ssmParameter: {
    max: 956,
    longest: `/${a(955)}`,
    good: ['/a', '/A_b.c-1/d', levels(15), '/a/aws', '/a/ssm'],
    bad: ['', 'a', '/', '/a/', '//a', '/a b', levels(16), '/aws/a', '/awsome', '/AWS', '/sSm-a'],
  },
  route53Label: {
    max: 63,
    longest: a(63),
    good: ['a', '1', 'a--b'],
    bad: ['', '-a', 'a-', 'A', 'a.b', 'a_b'],
  },
  route53Name: {
    max: 253,
    longest: `${a(63)}.${a(63)}.${a(63)}.${a(61)}`,
    good: ['a.b', 'shop.example.com', `${a(63)}.com`, '1.2'],
    bad: ['', 'a', 'a.', '.a', 'a..b', 'a.-b', 'a-.b', 'A.b', `${a(64)}.com`, 'a_b.com'],
  },
};

describe.each(KINDS)('the rule for %s', (kind) => {
  const { max, longest, good, bad } = CASES[kind];

  test('allows a name of the greatest length and refuses one character more', () => {
    expect(longest).toHaveLength(max);
    expect(nameProblem(longest, kind)).toBeUndefined();
    expect(nameProblem(`${longest}a`, kind)).toBe(
      `'${longest}a' has ${max + 1} characters, ${NAME_RULES[kind].what} has at most ${max}`,
    );
  });

  test.each(good)('allows %j', (name) => {
    expect(nameProblem(name, kind)).toBeUndefined();
  });

  test.each(bad)('refuses %j', (name) => {
    const { what, shape } = NAME_RULES[kind];
    expect(nameProblem(name, kind)).toBe(`'${name}' is not ${what} (${shape})`);
  });
});

describe('nameProblem', () => {
  test('says what is allowed', () => {
    expect(nameProblem('Order', 'entity')).toBe(
      "'Order' is not a name in the model (kebab-case: lower-case letters, digits and single hyphens, a letter first)",
    );
    expect(nameProblem(a(41), 'entity')).toBe(
      `'${a(41)}' has 41 characters, a name in the model has at most 40`,
    );
  });
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
const kebab = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join('-'));
const parts = fc.array(kebab, { minLength: 1, maxLength: 30 });
const longParts = fc.array(kebab, { minLength: 150, maxLength: 200 });
/** These take no joined name: one is a path, the other has dots. */
const FITTING = KINDS.filter((kind) => kind !== 'ssmParameter' && kind !== 'route53Name');

describe('fitName', () => {
  test('joins parts that fit, and hashes the rest', () => {
    expect(fitName(['shop', 'production', 'orders'], 'rdsIdentifier')).toBe(
      'shop-production-orders',
    );
    expect(fitName([a(20), a(19)], 'entity')).toBe(`${a(20)}-${a(19)}`);
    expect(fitName([a(20), a(20)], 'entity')).toBe(
      `${a(20)}-${a(10)}-${shortHash(`${a(20)}-${a(20)}`)}`,
    );
  });

  test('writes underscores where hyphens are not allowed', () => {
    expect(fitName(['order-items', 'app'], 'postgresIdentifier')).toBe('order_items_app');
    const long = `${a(30)}_${a(40)}`;
    expect(fitName([a(30), a(40)], 'postgresIdentifier')).toBe(
      `${a(30)}_${a(23)}_${shortHash(long)}`,
    );
  });

  test('leaves no second hyphen where the cut falls on one', () => {
    const text = `${a(30)}-${a(20)}`;
    expect(fitName([a(30), a(20)], 'entity')).toBe(`${a(30)}-${shortHash(text)}`);
  });

  test('gives parts that join to one text one name', () => {
    expect(fitName(['a-b', 'c'], 'iamRole')).toBe(fitName(['a', 'b-c'], 'iamRole'));
  });

  test.each(FITTING)('makes an allowed name of any kebab-case parts for %s', (kind) => {
    // Too short for some, or kept by the provider: the rule says so, and no fitting can help it.
    const reserved = /^(sg|pg|sthree|amzn-s3-demo)(-|$)|-(s3alias|an)$|^.{1,2}$/;
    fc.assert(
      fc.property(fc.oneof(parts, longParts), (some) => {
        fc.pre(!reserved.test(some.join('-')));
        expect(nameProblem(fitName(some, kind), kind)).toBeUndefined();
      }),
    );
  });

  test.each(KINDS)('never exceeds the greatest length, whatever the parts, for %s', (kind) => {
    const { max } = NAME_RULES[kind];
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 10 }), (some) => {
        expect(fitName(some, kind).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  test.each(FITTING)('tells long names apart that begin alike, for %s', (kind) => {
    const stem = a(NAME_RULES[kind].max);
    fc.assert(
      fc.property(fc.uniqueArray(kebab, { minLength: 2, maxLength: 20 }), (ends) => {
        const names = ends.map((end) => fitName([stem, end], kind));
        expect(new Set(names).size).toBe(ends.length);
        expect(ends.map((end) => fitName([stem, end], kind))).toStrictEqual(names);
      }),
    );
  });
});

describe('shortHash', () => {
  test('is the beginning of the SHA-256 digest', () => {
    // The digest of 'abc' in FIPS 180-2, appendix B.1.
    expect(shortHash('abc')).toBe('ba7816bf');
    expect(shortHash('')).toBe('e3b0c442');
  });
});

describe('snakeCase', () => {
  test('writes every hyphen as an underscore', () => {
    expect(snakeCase('order-items-v2')).toBe('order_items_v2');
    expect(snakeCase('orders')).toBe('orders');
  });
});

describe('the rule for names of the model', () => {
  test('allows nothing the other rules refuse, but for what a provider keeps for itself', () => {
    const own = fc.stringMatching(/^[a-z](-?[a-z0-9]){2,12}$/);
    const joinable = FITTING.filter((kind) => kind !== 'postgresIdentifier');
    fc.assert(
      fc.property(own, (name) => {
        fc.pre(!/^(sg|sthree|amzn-s3-demo)-|-(s3alias|an)$/.test(name));
        expect(nameProblem(name, 'entity')).toBeUndefined();
        expect(joinable.map((kind) => nameProblem(name, kind))).toStrictEqual(
          joinable.map(() => undefined),
        );
        expect(nameProblem(`x_${snakeCase(name)}`, 'postgresIdentifier')).toBeUndefined();
      }),
    );
  });
});
