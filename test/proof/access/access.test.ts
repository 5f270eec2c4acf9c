import { planSystem } from '../../../lib/plan';
import { accessOf, compareAccess, readObjects } from '../../../lib/proof';
import { system } from '../../../systems/shop/system';
import { writtenCharts } from '../../support/written';

function linesOf(text: string): readonly string[] {
  return readObjects([{ path: 'live/eu/a.yaml', text }]).objects.flatMap(accessOf);
}

test('an AuthorizationPolicy says who may do what; what it leaves out is anyone and anything', () => {
  const head =
    'apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: a, namespace: n }\nspec:\n';
  const whole = `${head}  selector: { matchLabels: { app.kubernetes.io/name: w } }
  action: ALLOW
  rules:
    - from: [{ source: { principals: [p, q] } }]
      to: [{ operation: { methods: [GET], paths: [/a], ports: ['80'] } }]
    - from: [{ source: { namespaces: [m] } }]
      when: [{ key: k }]
    - {}
`;

  expect(linesOf(whole)).toEqual([
    'mesh: n/w is guarded by ALLOW',
    'mesh: p -> n/w GET /a 80',
    'mesh: q -> n/w GET /a 80',
    'mesh: anyone {"namespaces":["m"]} -> n/w any when [{"key":"k"}]',
    'mesh: anyone -> n/w any',
  ]);
  expect(linesOf(`${head}  selector: { matchLabels: { a: b, c: d } }`)).toEqual([
    'mesh: n/a=b, c=d is guarded by ALLOW',
  ]);
  expect(linesOf(`${head}  action: DENY`)).toEqual(['mesh: n/* is guarded by DENY']);
});

test('a NetworkPolicy says who connects to whom; what it leaves out is anyone and any port', () => {
  expect(
    linesOf(`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: a, namespace: n }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: w } }
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: m } }
          podSelector: { matchLabels: { app.kubernetes.io/name: v } }
        - podSelector: {}
      ports: [{ port: 80 }, { port: 53, protocol: UDP }]
    - {}
  egress:
    - to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }, { namespaceSelector: {} }]
      ports: [{ port: 1, endPort: 9 }]
`),
  ).toEqual([
    'network: n/w is guarded for Ingress and Egress',
    'network in: m/v -> n/w 80',
    'network in: m/v -> n/w 53 UDP',
    'network in: n/* -> n/w 80',
    'network in: n/* -> n/w 53 UDP',
    'network in: anyone -> n/w any',
    'network out: n/w -> 10.0.0.0/8 but 10.1.0.0/16 1 to 9',
    'network out: n/w -> */* 1 to 9',
  ]);
});

test.each([
  [
    'kind: Namespace\nmetadata: { name: n }',
    ['pods: n/* are held to nothing', 'mesh: n/* is outside it'],
  ],
  [
    'kind: Namespace\nmetadata: { name: n, labels: { istio-injection: enabled, pod-security.kubernetes.io/enforce: baseline } }',
    ['pods: n/* are held to baseline', 'mesh: n/* is in it'],
  ],
  [
    'kind: PeerAuthentication\nmetadata: { name: a, namespace: n }\nspec: { mtls: { mode: STRICT }, portLevelMtls: { 80: { mode: DISABLE } } }',
    ['mesh: n/* takes STRICT {"80":{"mode":"DISABLE"}}'],
  ],
  ['kind: PeerAuthentication\nmetadata: { name: a, namespace: n }', ['mesh: n/* takes UNSET {}']],
  [
    'kind: Sidecar\nmetadata: { name: a, namespace: n }\nspec: { egress: [{ hosts: [./a, b/c] }] }',
    ['proxy: n/* lets out ALLOW_ANY', 'proxy: n/* knows ./a', 'proxy: n/* knows b/c'],
  ],
  ['kind: Service\nmetadata: { name: a, namespace: n }', []],
])('%j', (text, lines) => {
  expect(linesOf(`apiVersion: v1\n${text}\n`)).toEqual(lines);
});

describe('in the shop', () => {
  const plan = planSystem(system);
  const { objects } = readObjects([...writtenCharts(plan)].map(([path, text]) => ({ path, text })));
  const regions = plan.environments.flatMap((each) => each.regions);

  test.each(regions)(
    'manifests open what is planned and nothing else: $environment $region',
    (region) => {
      const own = objects.filter(
        ({ cluster }) => cluster === `${region.environment}/${region.region}`,
      );

      expect(compareAccess(own, region)).toEqual({ missing: [], unplanned: [] });
      expect(own.flatMap(accessOf).length).toBeGreaterThan(200);
    },
  );

  test('a policy too few and a policy of another region are seen', () => {
    const [region] = regions;
    if (region === undefined) throw new Error('the shop has no region');
    const own = objects.filter(
      ({ cluster }) => cluster === `${region.environment}/${region.region}`,
    );
    const { missing } = compareAccess(
      own.filter(({ kind }) => kind !== 'PeerAuthentication'),
      region,
    );

    expect(missing).toEqual(
      region.namespaces.map(({ name }) => `mesh: ${name}/* takes STRICT {}`).sort(),
    );
    expect(
      compareAccess(
        [
          ...own,
          ...readObjects([
            { path: 'a', text: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: other }' },
          ]).objects,
        ],
        region,
      ).unplanned,
    ).toEqual(['mesh: other/* is outside it', 'pods: other/* are held to nothing']);
  });
});
