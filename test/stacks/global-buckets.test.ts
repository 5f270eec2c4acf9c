import { boundaryStatements } from '../../lib/aws/iam/boundary-statements';
import { serviceDeployStatements } from '../../lib/aws/iam/service-deploy-statements';
import { allows } from '../aws/iam/scope';
import { planMarket } from '../support/market';
import { regionOf } from '../support/parameters';
import { permissionTriples, rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const ACCOUNT = '111122223333';
const REGIONS = ['eu-west-1', 'us-east-1', 'ap-northeast-2'] as const;
const { plan, live } = planMarket();
const stacks = writtenStacks(plan);
const leaflets = stacks.get('market-live-global-svc-prices');
const reports = stacks.get('market-live-global-svc-shop');
const nameOf = (service: string, store: string, region: string): string =>
  live.regions
    .find((each) => each.region === region)
    ?.services.find(({ name }) => name === service)
    ?.stores.flatMap((each) =>
      each.kind === 'ObjectBucket' && each.name === store ? each.bucket : [],
    )
    .join() ?? '';

function all(stack: WrittenStack | undefined, type: string): readonly Block[] {
  return Object.values(blocksOf(stack, 'resource', type));
}

/** From where to where a stack copies, by the rules of its replications. */
function copiesIn(stack: WrittenStack | undefined): readonly string[] {
  return all(stack, 'aws_s3_bucket_replication_configuration')
    .flatMap((block) => {
      const rules = block['rule'] as readonly { readonly id: string }[];
      return rules.map(({ id }) => `${regionOf(stack, block)} -> ${id}`);
    })
    .sort();
}

test.each([
  ['leaflets', leaflets],
  ['reports', reports],
])(
  'the bucket %s stands in each of its regions, with a key and backups of its region',
  (name, stack) => {
    const buckets = Object.entries(blocksOf(stack, 'resource', 'aws_s3_bucket'));
    const service = name === 'leaflets' ? 'prices' : 'shop';

    expect(
      buckets.map(([address, block]) => [address, regionOf(stack, block), block['bucket']]),
    ).toEqual(
      [...REGIONS]
        .sort()
        .map((region) => [
          `${region.replaceAll('-', '_')}_bucket_${name}`,
          region,
          nameOf(service, name, region),
        ]),
    );
    for (const [, block] of buckets)
      expect(block).toMatchObject({
        tags: { Backup: 'daily' },
        lifecycle: { prevent_destroy: true },
      });
  },
);

test('objects that one region writes are copied to all that read, and from nowhere else', () => {
  expect(copiesIn(leaflets)).toEqual(
    ['ap-northeast-2', 'us-east-1']
      .map((region) => `eu-west-1 -> ${nameOf('prices', 'leaflets', region)}`)
      .sort(),
  );
});

test('objects that every region writes are copied from each to each other', () => {
  const pairs = REGIONS.flatMap((from) =>
    REGIONS.filter((to) => to !== from).map((to) => `${from} -> ${nameOf('shop', 'reports', to)}`),
  );

  expect(copiesIn(reports)).toEqual(pairs.sort());
  expect(all(reports, 'aws_s3_bucket_replication_configuration')).toHaveLength(3);
});

test('services find the keys by their aliases and make no bucket of their own', () => {
  for (const region of REGIONS) {
    const stack = stacks.get(`market-live-${region}-svc-prices`);
    const alias = `alias/s3/${nameOf('prices', 'leaflets', region)}`;

    expect(all(stack, 'aws_s3_bucket')).toEqual([]);
    expect(Object.values(blocksOf(stack, 'data', 'aws_kms_alias')).map(({ name }) => name)).toEqual(
      [alias],
    );
    expect(
      all(leaflets, 'aws_kms_alias').filter(
        (block) => block['name'] === alias && regionOf(leaflets, block) === region,
      ),
    ).toHaveLength(1);
    expect(stack?.dependencies).toContain('market-live-global-svc-prices');
  }
});

test('alarms on failures stand where objects come from, on delays where copies arrive, and tell the team there', () => {
  const alarms = all(leaflets, 'aws_cloudwatch_metric_alarm').filter(
    ({ namespace }) => namespace === 'AWS/S3',
  );
  const topic = (region: string): string =>
    `arn:aws:sns:${region}:${ACCOUNT}:market-live-depot-alarms`;

  expect(
    alarms
      .map((alarm) => [alarm['metric_name'], regionOf(leaflets, alarm), alarm['alarm_actions']])
      .sort(),
  ).toEqual([
    ['OperationsFailedReplication', 'eu-west-1', [topic('eu-west-1')]],
    ['OperationsFailedReplication', 'eu-west-1', [topic('eu-west-1')]],
    ['ReplicationLatency', 'ap-northeast-2', [topic('ap-northeast-2')]],
    ['ReplicationLatency', 'us-east-1', [topic('us-east-1')]],
  ]);
});

describe('the roles that copy', () => {
  const roles = [...rolesIn(leaflets), ...rolesIn(reports)];
  const scope = {
    ...{ system: 'market', environment: 'live' },
    account: ACCOUNT,
    regions: REGIONS,
  };

  test('are named after their service where objects come from, and are bounded like its own', () => {
    expect(roles.map(({ name, boundary }) => [name, boundary])).toEqual(
      [
        'market-live-eu-west-1-prices.copies-leaflets',
        ...[...REGIONS].sort().map((region) => `market-live-${region}-shop.copies-reports`),
      ].map((name) => [name, `arn:aws:iam::${ACCOUNT}:policy/market-live-boundary`]),
    );
  });

  test('may do nothing that the boundary does not allow', () => {
    const bound = boundaryStatements(scope);
    const lines = roles.flatMap(permissionTriples);
    const refused = lines.filter((line) => {
      const [, action = '', resource = ''] = /: (.*?) on (.*)$/.exec(line) ?? [];
      return !allows(bound, action, knownArn(resource));
    });

    expect(refused).toEqual([]);
    expect(lines.length).toBeGreaterThan(30);
  });

  test('are made, and given to S3, by the pipeline of their team and by no other', () => {
    const deploys = (service: string, role: string): boolean =>
      ['iam:CreateRole', 'iam:PassRole'].every((action) =>
        allows(
          serviceDeployStatements(
            { ...scope, services: [service] },
            { bucket: 'state' },
            `arn:aws:iam::${ACCOUNT}:policy/market-live-boundary`,
          ),
          action,
          `arn:aws:iam::${ACCOUNT}:role/${role}`,
        ),
      );

    for (const { name } of roles) {
      const [owner, other] = name.includes('prices') ? ['prices', 'shop'] : ['shop', 'prices'];
      expect([name, deploys(owner, name), deploys(other, name)]).toEqual([name, true, false]);
    }
  });
});

/** An ARN as Terraform will know it: of a key, or of a bucket that is named after its environment. */
function knownArn(expression: string): string {
  return expression
    .replace(/\$\{aws_kms_key\.[^}]*\}/, `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`)
    .replace(/\$\{aws_s3_bucket\.[^}]*\}/, 'arn:aws:s3:::market-live-any-bucket');
}

test('in an environment of one region the buckets are those of its services', () => {
  const single = writtenStacks(planMarket({ live: { regions: ['us-east-1'] } }).plan);
  const stack = single.get('market-live-us-east-1-svc-prices');

  expect([...single.keys()].filter((name) => name.includes('global-svc'))).toEqual([]);
  expect(Object.keys(blocksOf(stack, 'resource', 'aws_s3_bucket'))).toEqual(['bucket_leaflets']);
  expect(all(stack, 'aws_s3_bucket_replication_configuration')).toEqual([]);
});
