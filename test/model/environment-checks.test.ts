import { Environment, System, type EnvironmentProps, type Releases } from '../../lib/model';
import { DIGEST, soundSystem } from '../support/systems';
import { lines, PRODUCTION, untyped } from './lines';

function problems(production: Partial<EnvironmentProps>): readonly string[] {
  return lines(soundSystem({ production }).system).map((line) =>
    line.replace(` [${PRODUCTION}]`, ''),
  );
}

describe('an account', () => {
  test.each(['111122223333', '000000000000'])('of %s is one', (account) => {
    expect(problems({ account })).toStrictEqual([]);
  });

  test.each(['11112222333', '1111222233334', '1111-2222-3333', ''])('of %j is none', (account) => {
    expect(problems({ account })).toStrictEqual([
      `DCL-007 account '${account}' is not twelve digits; write it like 111122223333`,
    ]);
  });
});

test.each(['retain', 'disposable'] as const)('protection may be %s', (protection) => {
  expect(problems({ protection })).toStrictEqual([]);
});

test('any other protection is refused: it would be taken for disposable', () => {
  expect(problems({ protection: untyped('Retain') })).toStrictEqual([
    "DCL-012 protection is 'Retain'; set it to 'retain' or 'disposable'",
  ]);
});

describe('an administrator', () => {
  test.each(['arn:aws:iam::111122223333:role/admin', 'arn:aws:iam::444455556666:role/a/b/c.d_e'])(
    'may be %s',
    (administrator) => {
      expect(problems({ administrators: [administrator] })).toStrictEqual([]);
    },
  );

  test.each(['arn:aws:iam::111122223333:user/eve', 'admin', 'arn:aws:iam::1:role/admin'])(
    'may not be %s',
    (administrator) => {
      expect(problems({ administrators: [administrator] })).toStrictEqual([
        `DCL-012 administrator '${administrator}' is not the ARN of a role; write it like arn:aws:iam::111122223333:role/platform-administrator`,
      ]);
    },
  );
});

describe('regions', () => {
  test('are named', () => {
    expect(problems({ regions: [] })).toStrictEqual([
      'DCL-005 regions is empty; name at least one region',
    ]);
  });

  test('are those of AWS, and one that is not is one mistake', () => {
    expect(problems({ regions: ['eu-west-1', untyped('eu-west-9')] })).toStrictEqual([
      "DCL-005 'eu-west-9' is not an AWS region; write it like eu-west-1",
    ]);
  });

  test('are named once, and naming one twice is one mistake', () => {
    expect(problems({ regions: ['eu-west-1', 'us-east-1', 'eu-west-1'] })).toStrictEqual([
      "DCL-002 region 'eu-west-1' is named twice; name it once",
    ]);
  });

  test('that do not exist do not compile', () => {
    // @ts-expect-error -- misspelt
    expect(problems({ regions: ['eu-wset-1'] })).toHaveLength(1);
  });
});

describe('waves', () => {
  const regions = ['eu-west-1', 'us-east-1', 'us-west-2'] as const;

  test('cover every region once, in any order', () => {
    expect(problems({ regions, waves: [['us-west-2'], ['us-east-1', 'eu-west-1']] })).toStrictEqual(
      [],
    );
  });

  test('leave no region out', () => {
    expect(problems({ regions, waves: [['eu-west-1']] })).toStrictEqual([
      "DCL-010 region 'us-east-1' is in no wave; add it to a wave",
      "DCL-010 region 'us-west-2' is in no wave; add it to a wave",
    ]);
  });

  test('do not name a region twice', () => {
    expect(
      problems({ regions, waves: [['eu-west-1'], ['us-east-1', 'us-west-2', 'eu-west-1']] }),
    ).toStrictEqual(["DCL-010 region 'eu-west-1' is in two waves; keep it in one"]);
  });

  test('name regions of the environment; a wrong one in place of a right one is one mistake', () => {
    expect(problems({ regions, waves: [['eu-west-2'], ['us-east-1', 'us-west-2']] })).toStrictEqual(
      [
        "DCL-005 waves name 'eu-west-2', which is not a region of production; use one of eu-west-1, us-east-1, us-west-2",
      ],
    );
  });

  test('hide no mistake behind another', () => {
    expect(problems({ regions, waves: [['eu-west-2'], ['us-east-1']] })).toStrictEqual([
      "DCL-005 waves name 'eu-west-2', which is not a region of production; use one of eu-west-1, us-east-1, us-west-2",
      "DCL-010 region 'eu-west-1' is in no wave; add it to a wave",
      "DCL-010 region 'us-west-2' is in no wave; add it to a wave",
    ]);
  });

  test('cannot name a region where there is none', () => {
    expect(problems({ regions: [], waves: [['eu-west-1']] })).toStrictEqual([
      'DCL-005 regions is empty; name at least one region',
      "DCL-005 waves name 'eu-west-1', which is not a region of production; add it to the regions of production",
    ]);
  });
});

describe('an address block', () => {
  test.each([
    ['10.0.0.0/16', ['eu-west-1']],
    ['10.0.0.0/15', ['eu-west-1', 'us-east-1']],
    ['10.0.0.0/14', ['eu-west-1', 'us-east-1', 'us-west-2']],
  ] as const)('of %s holds %j', (cidr, regions) => {
    expect(problems({ cidr, regions })).toStrictEqual([]);
  });

  test.each([
    ['10.0.0.0/17', ['eu-west-1'], 0, 1, 16],
    ['10.0.0.0/16', ['eu-west-1', 'us-east-1'], 1, 2, 15],
    ['10.0.0.0/15', ['eu-west-1', 'us-east-1', 'us-west-2'], 2, 3, 14],
  ] as const)('of %s does not hold %j', (cidr, regions, slots, count, needed) => {
    expect(problems({ cidr, regions })).toStrictEqual([
      `DCL-006 cidr '${cidr}' holds ${slots} blocks of a /16, one for each of the ${count} regions is needed; use a /${needed} or larger`,
    ]);
  });

  test.each([
    ['10.0.0.0', "'10.0.0.0' is not an IPv4 CIDR block; write it like '10.0.0.0/16'"],
    ['10.0.1.0/12', "'10.0.1.0/12' has host bits set beyond its prefix 12; write '10.0.0.0/12'"],
  ])('of %s is none', (cidr, text) => {
    expect(problems({ cidr })).toStrictEqual([`DCL-006 cidr ${text}`]);
  });
});

describe('releases', () => {
  test.each<Releases>([
    { orders: DIGEST },
    { orders: { default: DIGEST } },
    { orders: { 'eu-west-1': DIGEST, default: DIGEST } },
  ])('may be %j', (releases) => {
    expect(problems({ releases })).toStrictEqual([]);
  });

  test.each([
    [{ orders: 'v1.2.3' }, 'v1.2.3'],
    [{ orders: 'sha256:abc' }, 'sha256:abc'],
    [{ orders: { default: DIGEST.toUpperCase() } }, DIGEST.toUpperCase()],
  ])('are digests: %j', (releases, digest) => {
    expect(problems({ releases })).toStrictEqual([
      `DCL-008 releases of orders say '${digest}', which is no digest; write it like sha256: and 64 hexadecimal digits`,
    ]);
  });

  test('name regions of the environment', () => {
    expect(problems({ releases: { orders: { 'us-east-1': DIGEST } } })).toStrictEqual([
      "DCL-005 releases of orders name 'us-east-1', which is not a region of production; use one of eu-west-1",
    ]);
  });
});

describe('a domain', () => {
  test.each(['shop.example.org', 'a.b'])('may be %s', (domain) => {
    expect(problems({ domain })).toStrictEqual([]);
  });

  test.each(['shop', 'Shop.example.com', 'shop_1.example.com', ''])('may not be %j', (domain) => {
    expect(problems({ domain })).toStrictEqual([
      `DCL-001 domain '${domain}' is not a domain name (labels of at most 63 lower-case letters, digits and hyphens, joined by dots); write it like staging.shop.example.com`,
    ]);
  });

  test('that follows from a name that was reported is no second mistake', () => {
    const system = new System('shop', { domain: 'shop' });
    new Environment(system, 'Staging', {
      ...{ account: '111122223333', protection: 'retain', regions: ['eu-west-1'] },
    });
    expect(lines(system).map((line) => line.slice(0, 30))).toStrictEqual([
      "DCL-001 [shop] domain 'shop' i",
      'DCL-001 [shop/Environment.Stag',
    ]);
  });

  test.each([
    [242, 0],
    [243, 1],
  ])('that follows from one of %d characters has at most 253', (length, count) => {
    const labels = `${'a'.repeat(63)}.`.repeat(4).slice(0, length - 4);
    const domain = `${labels.replace(/\.$/, 'a')}.com`;
    const system = new System('shop', { domain });
    new Environment(system, 'production', {
      ...{ account: '111122223333', protection: 'retain', regions: ['eu-west-1'] },
    });
    expect(domain).toHaveLength(length);
    expect(lines(system)).toHaveLength(count);
  });
});

test.each(['cloudfront', 'none'] as const)('an edge may be %s', (edge) => {
  expect(problems({ edge })).toStrictEqual([]);
});

test('an edge may be nothing else', () => {
  expect(problems({ edge: untyped('fastly') })).toStrictEqual([
    "DCL-012 edge is 'fastly'; set it to 'cloudfront' or 'none'",
  ]);
});

test.each(['1.9', '1.35', '1.100'] as const)('a version of Kubernetes may be %s', (version) => {
  expect(problems({ kubernetesVersion: version })).toStrictEqual([]);
});

test.each(['1', '1.', '2.0', 'v1.35', '1.35.1', '1.-1', ''])(
  'a version of Kubernetes may not be %j',
  (version) => {
    expect(problems({ kubernetesVersion: untyped(version) })).toStrictEqual([
      `DCL-012 kubernetesVersion is '${version}', which is not a minor version; write it like '1.35'`,
    ]);
  },
);

describe('the names of system and environment', () => {
  const declare = (environment: string) => {
    const system = new System('s'.repeat(20), { domain: 'shop.example.com' });
    new Environment(system, environment, {
      ...{ account: '111122223333', protection: 'retain', regions: ['eu-west-1'] },
    });
    return lines(system);
  };

  test('make a prefix of up to 30 characters', () => {
    expect(declare('e'.repeat(9))).toStrictEqual([]);
  });

  test('make no longer one', () => {
    const [system, environment] = ['s'.repeat(20), 'e'.repeat(10)];
    expect(declare(environment)).toStrictEqual([
      `DCL-001 [${system}/Environment.${environment}] system and environment make '${system}-${environment}' of 31 characters, names of their resources keep 30; shorten one of them`,
    ]);
  });
});
