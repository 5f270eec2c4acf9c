import { planMarket } from '../support/market';
import { parametersOf, providersOf, readingProblems } from '../support/parameters';
import { rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks } from '../support/written';

const stacks = writtenStacks(planMarket().plan);
const READERS = ['us-east-1', 'ap-northeast-2'];

function all(region: string, type: string): readonly Block[] {
  return Object.values(blocksOf(stacks.get(`market-live-${region}-replication`), 'resource', type));
}

test('regions that read a topic have one, the region that writes it has none', () => {
  const names = [...stacks.keys()].filter((name) => name.endsWith('-replication'));

  expect(names.sort()).toEqual(READERS.map((region) => `market-live-${region}-replication`).sort());
});

test.each(READERS)('in %s it stands there and at the source, in one account', (region) => {
  expect(providersOf(stacks.get(`market-live-${region}-replication`))).toEqual([
    { region, accounts: ['111122223333'] },
    { alias: 'eu-west-1', region: 'eu-west-1', accounts: ['111122223333'] },
  ]);
});

test.each(READERS)(
  'in %s it waits for the clusters of both sides, and reads them where they are',
  (region) => {
    const stack = stacks.get(`market-live-${region}-replication`);

    expect([...(stack?.dependencies ?? [])].sort()).toEqual(
      [region, 'eu-west-1']
        .flatMap((at) =>
          ['cluster', 'kafka', 'network', 'operations'].map(
            (layer) => `market-live-${at}-${layer}`,
          ),
        )
        .sort(),
    );
    expect(stack && readingProblems(stack, stacks)).toEqual([]);
    expect(
      parametersOf(stack, 'data')
        .filter(({ name }) => name.endsWith('/cluster-arn'))
        .map((read) => read.region)
        .sort(),
    ).toEqual([region, 'eu-west-1'].sort());
  },
);

test('it copies the topics that the other region writes, under their names, from the first record', () => {
  expect(all('us-east-1', 'aws_msk_replicator')).toMatchObject([
    {
      replicator_name: 'market-live-from-eu-west-1-to-us-east-1',
      replication_info_list: {
        topic_replication: [
          {
            topics_to_replicate: ['price-changed'],
            topic_name_configuration: { type: 'IDENTICAL' },
            starting_position: { type: 'EARLIEST' },
          },
        ],
      },
    },
  ]);
});

test('its roles are of other names in every region', () => {
  expect(
    READERS.flatMap((region) => rolesIn(stacks.get(`market-live-${region}-replication`))).map(
      ({ name }) => name,
    ),
  ).toEqual(READERS.map((region) => `market-live-from-eu-west-1-to-${region}-replicator`));
});

test('it speaks to the brokers of its region and to nothing else', () => {
  const brokers = '${data.aws_ssm_parameter.kafka-security-group.insecure_value}';
  const port = { from_port: 9098, to_port: 9098, ip_protocol: 'tcp' };

  expect(all('us-east-1', 'aws_vpc_security_group_egress_rule')).toMatchObject([
    { ...port, referenced_security_group_id: brokers },
  ]);
  expect(all('us-east-1', 'aws_vpc_security_group_ingress_rule')).toMatchObject([
    { ...port, security_group_id: brokers },
  ]);
});

test('the cluster that is copied from lets the others connect, and no other does', () => {
  const open = ['eu-west-1', ...READERS].map(
    (region) =>
      Object.keys(
        blocksOf(stacks.get(`market-live-${region}-kafka`), 'resource', 'aws_msk_cluster_policy'),
      ).length,
  );

  expect(open).toEqual([1, 0, 0]);
});

test('of a single region there is none', () => {
  const names = writtenStacks(planMarket({ live: { regions: ['eu-west-1'] } }).plan).keys();

  expect([...names].filter((name) => name.endsWith('-replication'))).toEqual([]);
});
