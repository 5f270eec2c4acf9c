import { planMarket } from '../support/market';
import { providersOf, readingProblems, regionOf } from '../support/parameters';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const stacks = writtenStacks(planMarket().plan);
const global = stacks.get('market-live-global');

function all(type: string, stack: WrittenStack | undefined = global): readonly Block[] {
  return Object.values(blocksOf(stack, 'resource', type));
}

test('it stands in the home region and where CloudFront takes things from, in one account', () => {
  expect(providersOf(global)).toEqual([
    { region: 'eu-west-1', accounts: ['111122223333'] },
    { alias: 'us-east-1', region: 'us-east-1', accounts: ['111122223333'] },
  ]);
});

test('it waits for the zone, and for the home region, whose topics it tells', () => {
  expect([...(global?.dependencies ?? [])].sort()).toEqual([
    'market-live-dns',
    ...['cluster', 'kafka', 'network', 'operations'].map((at) => `market-live-eu-west-1-${at}`),
  ]);
  expect(global && readingProblems(global, stacks)).toEqual([]);
});

describe('what stands before the regions', () => {
  test('answers for the domain, behind a firewall', () => {
    expect(all('aws_cloudfront_distribution')).toMatchObject([
      { aliases: ['live.market.example.com'], lifecycle: { prevent_destroy: true } },
    ]);
    expect(all('aws_wafv2_web_acl')).toMatchObject([{ scope: 'CLOUDFRONT' }]);
    expect(all('aws_route53_record').map(({ type, name }) => [type, name])).toEqual(
      expect.arrayContaining([
        ['A', 'live.market.example.com'],
        ['AAAA', 'live.market.example.com'],
      ]),
    );
  });

  test.each([
    ...['aws_acm_certificate', 'aws_acm_certificate_validation', 'aws_wafv2_web_acl'],
    ...['aws_wafv2_web_acl_logging_configuration', 'aws_cloudwatch_log_group'],
  ])('keeps its %s where CloudFront takes things from', (type) => {
    const regions = all(type).map((block) => regionOf(global, block));

    expect(new Set(regions)).toEqual(new Set(['us-east-1']));
  });

  test('keeps its keys where CloudFront takes things from, and that of the audit trail at home', () => {
    const regions = Object.entries(blocksOf(global, 'resource', 'aws_kms_key')).map(
      ([address, block]) => [address, regionOf(global, block)],
    );

    expect(regions.sort()).toEqual([
      ['audit_key', 'eu-west-1'],
      ['distribution_key', 'us-east-1'],
      ['firewall_key', 'us-east-1'],
    ]);
  });

  test('writes its records in the home region', () => {
    expect(all('aws_route53_record').map((block) => regionOf(global, block))).toEqual(
      all('aws_route53_record').map(() => 'eu-west-1'),
    );
  });

  test('logs under names that the gate of its region does not have', () => {
    const named = (stack: WrittenStack | undefined): readonly unknown[] =>
      ['aws_cloudwatch_log_group', 'aws_kms_alias'].flatMap((type) =>
        all(type, stack).map(({ name }) => name),
      );
    const taken = named(stacks.get('market-live-us-east-1-edge'));

    expect(named(global).filter((name) => taken.includes(name))).toEqual([]);
    expect(taken.length).toBeGreaterThan(1);
  });

  test('tells the platform there, when the environment has that region, that visitors get errors', () => {
    const toldIn = (stack: WrittenStack | undefined): unknown =>
      all('aws_cloudwatch_metric_alarm', stack).map((alarm) => alarm['alarm_actions']);
    const live = { regions: ['eu-west-1'] } as const;

    expect(toldIn(global)).toEqual([
      ['arn:aws:sns:us-east-1:111122223333:market-live-platform-alarms'],
    ]);
    expect(toldIn(writtenStacks(planMarket({ live }).plan).get('market-live-global'))).toEqual([
      undefined,
    ]);
  });

  test('asks for reads again in another region, and for nothing else', () => {
    const [distribution] = all('aws_cloudfront_distribution');
    const behaviors = distribution?.['ordered_cache_behavior'] as readonly Block[] | undefined;

    expect(behaviors?.map((behavior) => behavior['path_pattern'])).toEqual(['/goods/*']);
    expect(distribution?.['origin_group']).toHaveLength(1);
  });

  test('of a single region has no other to ask', () => {
    const single = writtenStacks(planMarket({ live: { regions: ['us-east-1'] } }).plan).get(
      'market-live-global',
    );
    const [distribution] = all('aws_cloudfront_distribution', single);

    expect(distribution?.['aliases']).toEqual(['live.market.example.com']);
    expect(distribution?.['origin_group']).toBeUndefined();
    expect(providersOf(single)).toEqual([{ region: 'us-east-1', accounts: ['111122223333'] }]);
  });
});

describe('what a team may spend', () => {
  const topic = 'arn:aws:sns:eu-west-1:111122223333:market-live-sales-alarms';

  test('is watched for teams with a budget, who are told', () => {
    expect(all('aws_budgets_budget')).toMatchObject([
      { name: 'market-live-sales', limit_amount: '1000.0' },
    ]);
    expect(JSON.stringify(all('aws_budgets_budget'))).toContain(topic);
    expect(JSON.stringify(all('aws_ce_anomaly_subscription'))).toContain(topic);
  });

  test('is watched where nothing stands before the regions', () => {
    const live = { regions: ['eu-west-1'], edge: 'none', protection: 'disposable' } as const;
    const alone = writtenStacks(planMarket({ live }).plan).get('market-live-global');

    expect(Object.keys(alone?.resource ?? {}).sort()).toEqual([
      'aws_budgets_budget',
      'aws_ce_anomaly_monitor',
      'aws_ce_anomaly_subscription',
    ]);
    expect(alone?.dependencies).not.toContain('market-live-dns');
  });

  test('is no stack where there is neither a budget, nor a way in, nor anything retained', () => {
    const live = { regions: ['eu-west-1'], edge: 'none', protection: 'disposable' } as const;

    expect([...writtenStacks(planMarket({ live, budgets: false }).plan).keys()]).not.toContain(
      'market-live-global',
    );
  });
});

describe('the record of who did what', () => {
  const alone = (protection: 'retain' | 'disposable'): WrittenStack | undefined =>
    writtenStacks(
      planMarket({
        ...{ live: { regions: ['eu-west-1'], edge: 'none', protection }, budgets: true },
      }).plan,
    ).get('market-live-global');

  test('is of all regions, stands in the home region, and is locked for 400 days', () => {
    expect(all('aws_cloudtrail')).toMatchObject([
      {
        name: 'market-live',
        is_multi_region_trail: true,
        lifecycle: { prevent_destroy: true },
      },
    ]);
    expect(all('aws_cloudtrail').map((block) => regionOf(global, block))).toEqual(['eu-west-1']);
    expect(all('aws_s3_bucket_object_lock_configuration')).toMatchObject([
      { rule: { default_retention: { mode: 'GOVERNANCE', days: 400 } } },
    ]);
  });

  test('needs no role, which pipelines make within a boundary only', () => {
    expect(all('aws_iam_role')).toEqual([]);
  });

  test('is out of reach of workloads: their boundary stops at buckets of the name of the environment', () => {
    const [bucket] = all('aws_s3_bucket');
    const [boundary] = all('aws_iam_policy', stacks.get('market-live-identity')).filter(
      ({ name }) => name === 'market-live-boundary',
    );
    const { Statement } = JSON.parse(String(boundary?.['policy'])) as {
      readonly Statement: readonly {
        readonly Effect: string;
        readonly Resource: string | readonly string[];
      }[];
    };
    const buckets = Statement.filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Resource }) => Resource)
      .filter((arn) => arn.startsWith('arn:aws:s3:'));

    expect(bucket?.['bucket']).toBe('audit-market-live-111122223333');
    expect(buckets).toEqual(['arn:aws:s3:::market-live-*']);
  });

  test('is the stack where nothing else stands before the regions of what is retained', () => {
    const live = { regions: ['eu-west-1'], edge: 'none' } as const;
    const trail = writtenStacks(planMarket({ live, budgets: false }).plan).get(
      'market-live-global',
    );

    expect(all('aws_cloudtrail', trail)).toHaveLength(1);
    expect(all('aws_budgets_budget', trail)).toEqual([]);
  });

  test('is not kept of what may be lost', () => {
    expect(all('aws_cloudtrail', alone('retain'))).toHaveLength(1);
    expect(all('aws_cloudtrail', alone('disposable'))).toEqual([]);
    expect(all('aws_s3_bucket', alone('disposable'))).toEqual([]);
  });
});
