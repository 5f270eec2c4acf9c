import {
  assertCidr,
  assertIdentity,
  assertLabels,
  assertName,
  assertPort,
  assertVariableNames,
  assertWhole,
  goDuration,
  milliseconds,
} from '../../../lib/k8s/support/checks';

const scope = { node: { path: 'chart/Thing' } };

describe('assertWhole', () => {
  const check = (value: number) => () => {
    assertWhole(scope, { prop: 'replicas', value, min: 1, max: 3, fix: 'pass fewer' });
  };

  test.each([1, 2, 3])('takes %p, within its bounds', (value) => {
    expect(check(value)).not.toThrow();
  });

  test.each([0, 4, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p', (value) => {
    expect(check(value)).toThrow(
      `[chart/Thing] replicas is ${value}, it must be a whole number from 1 to 3; pass fewer`,
    );
  });
});

describe('assertPort', () => {
  test.each([1, 65_535])('takes %p', (port) => {
    expect(() => {
      assertPort(scope, 'port', port);
    }).not.toThrow();
  });

  test.each([0, 65_536])('refuses %p', (port) => {
    expect(() => {
      assertPort(scope, 'port', port);
    }).toThrow(
      `[chart/Thing] port is ${port}, it must be a whole number from 1 to 65535; pass the port the container listens on`,
    );
  });
});

describe('names', () => {
  test('a name of 63 characters is a Service name, one of 64 is not', () => {
    const check = (name: string) => () => {
      assertName(scope, 'name', name, 'kubernetesService');
    };

    expect(check('a'.repeat(63))).not.toThrow();
    expect(check('a'.repeat(64))).toThrow(
      `[chart/Thing] name '${'a'.repeat(64)}' has 64 characters, a Kubernetes Service has at most 63; use at most 63 characters: lower-case letters, digits and hyphens, a letter first`,
    );
  });

  test('an identity is refused for its name, its namespace and each label', () => {
    const good = { name: 'orders', namespace: 'ordering', labels: { team: 'commerce' } };
    const check = (change: object) => () => {
      assertIdentity(scope, { ...good, ...change }, 'kubernetesName');
    };

    expect(check({})).not.toThrow();
    expect(check({ name: 'Orders' })).toThrow("[chart/Thing] name 'Orders' is not");
    expect(check({ namespace: 'a.b' })).toThrow("[chart/Thing] namespace 'a.b' is not");
    expect(check({ labels: { team: 'a b' } })).toThrow("[chart/Thing] labels['team'] 'a b' is not");
  });

  test('a label may be empty', () => {
    expect(() => {
      assertLabels(scope, { team: '' });
    }).not.toThrow();
  });

  test.each(['A', '_a', 'a1_B'])('%p is an environment variable', (name) => {
    expect(() => {
      assertVariableNames(scope, 'environment', [name]);
    }).not.toThrow();
  });

  test.each(['', '1A', 'A-B', 'A B'])('%p is none', (name) => {
    expect(() => {
      assertVariableNames(scope, 'environment', ['OK', name]);
    }).toThrow(
      `[chart/Thing] environment has the key '${name}', which is no environment variable; use letters, digits and _, no digit first`,
    );
  });
});

describe('durations', () => {
  test('are read in milliseconds', () => {
    expect(milliseconds(scope, 'timeout', '2s')).toBe(2_000);
  });

  test.each([
    ['60ms', '60ms'],
    ['60s', '60s'],
    ['2d', '48h'],
  ])('%s is sent as %s, for Go knows no day', (text, sent) => {
    expect(goDuration(scope, 'timeout', text)).toBe(sent);
  });

  test.each(['0s', '-1s', '1', 'soon'])('%p is refused', (text) => {
    expect(() => goDuration(scope, 'timeout', text)).toThrow(`[chart/Thing] timeout '${text}' is `);
  });
});

describe('assertCidr', () => {
  test.each(['0.0.0.0/0', '10.0.0.1/32'])('takes %p', (cidr) => {
    expect(() => {
      assertCidr(scope, 'cidr', cidr);
    }).not.toThrow();
  });

  test.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/a',
    '10.0.0/8',
    '256.0.0.0/8',
    '10.0.0.0/8/8',
  ])('refuses %p', (cidr) => {
    expect(() => {
      assertCidr(scope, 'cidr', cidr);
    }).toThrow(
      `[chart/Thing] cidr '${cidr}' is not an IPv4 network; write it like '10.0.0.0/16', a single address like '10.0.0.1/32'`,
    );
  });
});
