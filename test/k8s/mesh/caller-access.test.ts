import type { AllowedCaller, CallerAccessProps } from '../../../lib/k8s/mesh/caller-access';
import { CallerAccess } from '../../../lib/k8s/mesh/caller-access';
import { only, synthChart } from '../../support/synth-charts';

const labels = { 'app.kubernetes.io/name': 'inventory' };
const orders: AllowedCaller = {
  caller: { namespace: 'ordering', serviceAccount: 'orders' },
  operations: [{ methods: ['GET'], paths: ['/stock/{*}'] }],
  port: 8080,
};
const build = (change: Partial<CallerAccessProps>) =>
  only(
    synthChart((chart) => {
      const base = { name: 'inventory', namespace: 'stock', labels, allow: [orders] };
      new CallerAccess(chart, 'Access', { ...base, ...change });
    }),
    'AuthorizationPolicy',
  );

test('allows a caller, known by its certificate, what is listed and on that port', () => {
  expect(build({})).toEqual({
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: {
      name: 'inventory',
      namespace: 'stock',
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'inventory' } },
      action: 'ALLOW',
      rules: [
        {
          from: [{ source: { principals: ['cluster.local/ns/ordering/sa/orders'] } }],
          to: [{ operation: { methods: ['GET'], paths: ['/stock/{*}'], ports: ['8080'] } }],
        },
      ],
    },
  });
});

test('without callers it allows nothing, by a policy that has no rules at all', () => {
  expect(build({ allow: [] })['spec']).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'inventory' } },
    action: 'ALLOW',
  });
});

test('a token that is needed is one of its issuer, and names every scope', () => {
  const token = { issuer: 'https://login.example.com', scopes: ['stock:read', 'stock:count'] };

  expect(build({ allow: [{ ...orders, token }] })).toMatchObject({
    spec: {
      rules: [
        {
          from: [
            {
              source: {
                principals: ['cluster.local/ns/ordering/sa/orders'],
                requestPrincipals: ['https://login.example.com/*'],
              },
            },
          ],
          when: [
            { key: 'request.auth.claims[scope]', values: ['stock:read'] },
            { key: 'request.auth.claims[scope]', values: ['stock:count'] },
          ],
        },
      ],
    },
  });
  expect(build({ allow: [{ ...orders, token: { ...token, scopes: [] } }] })).not.toHaveProperty(
    'spec.rules.0.when',
  );
});

test('paths that are not meant are left out', () => {
  const operations = [{ methods: ['GET'], paths: ['/stock/{*}'], exceptPaths: ['/stock/all'] }];
  const operation = {
    ...{ methods: ['GET'], paths: ['/stock/{*}'], notPaths: ['/stock/all'], ports: ['8080'] },
  };

  expect(build({ allow: [{ ...orders, operations }] })).toHaveProperty('spec.rules.0.to', [
    { operation },
  ]);
  expect(() =>
    build({
      allow: [
        {
          ...orders,
          operations: [
            { ...orders.operations[0], methods: ['GET'], paths: ['/a'], exceptPaths: ['/{b}'] },
          ],
        },
      ],
    }),
  ).toThrow("allow[0].operations[0].exceptPaths has '/{b}', braces hold only * or **");
});

test('a token of nobody is refused', () => {
  expect(() => build({ allow: [{ ...orders, token: { issuer: '', scopes: [] } }] })).toThrow(
    'allow[0].token.issuer is empty; pass the iss of its tokens',
  );
});

test('callers do not share what each is allowed', () => {
  const operations = [
    { methods: ['POST'], paths: ['/stock'] },
    { methods: ['DELETE'], paths: ['/stock/{**}'] },
  ];
  const admin = { caller: { namespace: 'ops', serviceAccount: 'admin' }, operations, port: 9090 };

  expect(build({ allow: [orders, admin] })).toMatchObject({
    spec: {
      rules: [
        { to: [{ operation: { methods: ['GET'] } }] },
        {
          from: [{ source: { principals: ['cluster.local/ns/ops/sa/admin'] } }],
          to: [
            { operation: { methods: ['POST'], paths: ['/stock'], ports: ['9090'] } },
            { operation: { methods: ['DELETE'], paths: ['/stock/{**}'], ports: ['9090'] } },
          ],
        },
      ],
    },
  });
});

test('another trust domain can be named', () => {
  expect(build({ trustDomain: 'mesh.example.com' })).toMatchObject({
    spec: {
      rules: [{ from: [{ source: { principals: ['mesh.example.com/ns/ordering/sa/orders'] } }] }],
    },
  });
});

test('has at most 512 rules', () => {
  const allow = (length: number) => ({ allow: Array.from({ length }, () => orders) });

  expect(build(allow(512))).toHaveProperty(['spec', 'rules', 'length'], 512);
  expect(() => build(allow(513))).toThrow(
    '[test/Access] allow has 513 entries, an AuthorizationPolicy has at most 512 rules; list the operations of one caller in one entry',
  );
});

test.each<[Partial<AllowedCaller>, string]>([
  [{ operations: [] }, 'allow[0].operations is empty'],
  [{ operations: [{ methods: [], paths: ['*'] }] }, 'allow[0].operations[0].methods is empty'],
  [{ operations: [{ methods: ['*'], paths: [] }] }, 'allow[0].operations[0].paths is empty'],
])('refuses %j, which Istio would read as anything', (change, message) => {
  expect(() => build({ allow: [{ ...orders, ...change }] })).toThrow(
    `[test/Access] ${message}; list what is allowed, ['*'] for any, or leave the entry out`,
  );
});

test.each(['/stock/{id}', '/stock/{*', '/stock/{***}', '/stock/*}'])(
  'refuses the path %s',
  (path) => {
    const operations = [{ methods: ['GET'], paths: ['/stock', path] }];

    expect(() => build({ allow: [{ ...orders, operations }] })).toThrow(
      `[test/Access] allow[0].operations[0].paths has '${path}', braces hold only * or **; write {*} for one segment and {**} for several`,
    );
  },
);

test.each<[Partial<AllowedCaller>, string]>([
  [{ port: 0 }, 'allow[0].port is 0'],
  [{ caller: { namespace: '*', serviceAccount: 'a' } }, "allow[0].caller.namespace '*' is not"],
  [{ caller: { namespace: 'a', serviceAccount: '' } }, "allow[0].caller.serviceAccount '' is not"],
])('names what is wrong in %j', (change, message) => {
  expect(() => build({ allow: [{ ...orders, ...change }] })).toThrow(`[test/Access] ${message}`);
});

test('refuses a name no workload can have', () => {
  expect(() => build({ name: 'A' })).toThrow("[test/Access] name 'A' is not a Kubernetes Service");
});
