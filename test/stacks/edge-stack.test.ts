import { planMarket } from '../support/market';
import { providersOf, readingProblems } from '../support/parameters';
import { permissionLines, rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks } from '../support/written';

const { plan, live } = planMarket();
const stacks = writtenStacks(plan);

function all(region: string, type: string): readonly Block[] {
  return Object.values(blocksOf(stacks.get(`market-live-${region}-edge`), 'resource', type));
}

const REGIONS = ['eu-west-1', 'us-east-1', 'ap-northeast-2'];

test.each(REGIONS)('in %s it stands in its region, in the account of its environment', (region) => {
  expect(providersOf(stacks.get(`market-live-${region}-edge`))).toEqual([
    { region, accounts: ['111122223333'] },
  ]);
});

test.each(REGIONS)(
  'in %s it waits for the zone, for what is global and for its layers',
  (region) => {
    const edge = stacks.get(`market-live-${region}-edge`);

    expect([...(edge?.dependencies ?? [])].sort()).toEqual(
      [
        ...['cluster', 'kafka', 'network', 'operations'].map((at) => `market-live-${region}-${at}`),
        ...['market-live-dns', 'market-live-global'],
      ].sort(),
    );
    expect(edge && readingProblems(edge, stacks)).toEqual([]);
  },
);

test('its load balancer stands in the public subnets, behind a firewall and a certificate of the domain', () => {
  expect(all('eu-west-1', 'aws_lb')).toMatchObject([
    {
      name: 'market-live',
      internal: false,
      subnets: [0, 1, 2].map(
        (zone) => `\${data.aws_ssm_parameter.public-subnet-${zone}.insecure_value}`,
      ),
    },
  ]);
  expect(all('eu-west-1', 'aws_wafv2_web_acl')).toMatchObject([
    { name: 'market-live', scope: 'REGIONAL' },
  ]);
  expect(all('eu-west-1', 'aws_wafv2_web_acl_association')).toHaveLength(1);
  expect(all('eu-west-1', 'aws_acm_certificate')).toMatchObject([
    {
      domain_name: 'live.market.example.com',
      subject_alternative_names: ['*.live.market.example.com'],
    },
  ]);
});

test('its alarms tell the platform of the region', () => {
  const told = all('us-east-1', 'aws_cloudwatch_metric_alarm').map(
    (alarm) => alarm['alarm_actions'],
  );

  expect(told).toEqual(
    told.map(() => ['arn:aws:sns:us-east-1:111122223333:market-live-platform-alarms']),
  );
  expect(told.length).toBeGreaterThan(2);
});

describe('the way to a region', () => {
  const records = REGIONS.map((region) => [
    region,
    all(region, 'aws_route53_record').map((record) => [
      record['name'],
      record['latency_routing_policy'],
    ]),
  ]);
  const origin = 'origin.live.market.example.com';
  const failover = 'failover.live.market.example.com';

  test('is the nearest one, and a ring of others that stand in', () => {
    expect(records).toEqual([
      [
        'eu-west-1',
        [
          [origin, { region: 'eu-west-1' }],
          [failover, { region: 'ap-northeast-2' }],
        ],
      ],
      [
        'us-east-1',
        [
          [origin, { region: 'us-east-1' }],
          [failover, { region: 'eu-west-1' }],
        ],
      ],
      [
        'ap-northeast-2',
        [
          [origin, { region: 'ap-northeast-2' }],
          [failover, { region: 'us-east-1' }],
        ],
      ],
    ]);
  });

  test('is closed while the region is ill', () => {
    for (const region of REGIONS) {
      const checked = all(region, 'aws_route53_record').map((record) => record['health_check_id']);

      expect(checked).toEqual(
        checked.map(() => expect.stringMatching(/^\$\{aws_route53_health_check\./) as unknown),
      );
    }
  });

  test('of a single region has nobody to stand in', () => {
    const single = writtenStacks(planMarket({ live: { regions: ['eu-west-1'] } }).plan).get(
      'market-live-eu-west-1-edge',
    );

    expect(
      Object.values(blocksOf(single, 'resource', 'aws_route53_record')).map(({ name }) => name),
    ).toEqual([origin]);
  });
});

test('the controller of the cluster fills the target group and may do nothing else', () => {
  const [role] = rolesIn(stacks.get('market-live-eu-west-1-edge'));
  const registered = permissionLines(role?.statements ?? []).filter((line) =>
    /Register/.test(line),
  );

  expect(role?.name).toBe(live.regions[0]?.edge?.controllerRole);
  expect(registered).toEqual([
    expect.stringMatching(/ on \$\{aws_lb_target_group\.\w+\.arn\}$/) as unknown,
  ]);
  expect(all('eu-west-1', 'aws_eks_pod_identity_association')).toMatchObject([
    { namespace: 'kube-system', service_account: 'aws-load-balancer-controller' },
  ]);
});
