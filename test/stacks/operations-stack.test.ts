import { planMarket } from '../support/market';
import { providersOf, readingProblems, regionOf } from '../support/parameters';
import { rolesIn } from '../support/policies';
import type { Block } from '../support/synth-stacks';
import { blocksOf, writtenStacks, type WrittenStack } from '../support/written';

const { plan, live } = planMarket();
const stacks = writtenStacks(plan);
const REGIONS = ['eu-west-1', 'us-east-1', 'ap-northeast-2'];
const operations = stacks.get('market-live-eu-west-1-operations');

function all(type: string, stack: WrittenStack | undefined = operations): readonly Block[] {
  return Object.values(blocksOf(stack, 'resource', type));
}

test.each(REGIONS)('in %s it stands in its region, in its account, after the network', (region) => {
  const stack = stacks.get(`market-live-${region}-operations`);

  expect(providersOf(stack)).toEqual([{ region, accounts: ['111122223333'] }]);
  expect(stack?.dependencies).toEqual([`market-live-${region}-network`]);
  expect(stack && readingProblems(stack, stacks)).toEqual([]);
});

test('each team has a topic, and the platform one, under the names that were planned', () => {
  expect(Object.entries(blocksOf(operations, 'resource', 'aws_sns_topic'))).toMatchObject(
    (live.regions[0]?.operations.alarmTopics ?? []).map(({ team, name }) => [
      `alarms_${team}`,
      { name },
    ]),
  );
  expect(all('aws_sns_topic')).toHaveLength(3);
});

test('who is on call is told by mail or web hook, and nobody where nobody was named', () => {
  expect(
    all('aws_sns_topic_subscription').map(({ protocol, endpoint }) => [protocol, endpoint]),
  ).toEqual([
    ['https', 'https://example.com/hooks/depot'],
    ['email', 'sales@example.com'],
  ]);
});

test('alarms of every stack that stands in the region tell topics that it makes', () => {
  const made = (live.regions[0]?.operations.alarmTopics ?? []).map(({ arn }) => arn);
  const told = [...stacks.values()]
    .filter(({ name }) => /^market-live-(eu-west-1|global-svc)-/.test(name))
    .flatMap((stack) =>
      all('aws_cloudwatch_metric_alarm', stack).filter(
        (alarm) => regionOf(stack, alarm) === 'eu-west-1',
      ),
    )
    .flatMap((alarm) => alarm['alarm_actions'] as readonly string[]);

  expect(told.filter((arn) => !made.includes(arn))).toEqual([]);
  expect(new Set(told).size).toBe(3);
});

describe('backups', () => {
  test('are taken of what is tagged, kept 35 days and copied to the next region', () => {
    expect(all('aws_backup_vault')).toMatchObject([
      { name: 'market-live', lifecycle: { prevent_destroy: true } },
    ]);
    expect(all('aws_backup_selection')).toMatchObject([
      { selection_tag: [{ type: 'STRINGEQUALS', key: 'Backup', value: 'daily' }] },
    ]);
    expect(all('aws_backup_plan')).toMatchObject([
      {
        name: 'market-live-eu-west-1',
        rule: [
          {
            lifecycle: { delete_after: 35 },
            copy_action: [
              {
                destination_vault_arn:
                  'arn:aws:backup:us-east-1:111122223333:backup-vault:market-live',
              },
            ],
          },
        ],
      },
    ]);
  });

  test('are copied in a ring: every vault takes the copies of one region', () => {
    const copies = REGIONS.flatMap((region) =>
      all('aws_backup_plan', stacks.get(`market-live-${region}-operations`)),
    ).map((block) => /backup:([a-z0-9-]+):/.exec(JSON.stringify(block['rule']))?.[1]);

    expect(copies).toEqual(['us-east-1', 'ap-northeast-2', 'eu-west-1']);
  });

  test('find what is stored by its tag: databases, tables and buckets', () => {
    const tagged = [...stacks.values()]
      .filter(({ name }) => /-svc-/.test(name))
      .flatMap((stack) =>
        ['aws_rds_cluster', 'aws_dynamodb_table', 'aws_s3_bucket'].flatMap((type) =>
          all(type, stack),
        ),
      )
      .map(({ tags }) => (tags as Readonly<Record<string, string>>)['Backup']);

    expect(new Set(tagged)).toEqual(new Set(['daily']));
    expect(tagged).toHaveLength(13);
  });

  test('are restored for a test, each kind that is stored, databases in subnets of ours', () => {
    expect(
      all('aws_backup_restore_testing_selection').map((block) => [
        block['protected_resource_type'],
        block['restore_metadata_overrides'],
      ]),
    ).toEqual([
      ['Aurora', { dbSubnetGroupName: '${aws_db_subnet_group.restore-subnets.name}' }],
      ['DynamoDB', undefined],
      ['S3', undefined],
    ]);
    expect(rolesIn(operations).map(({ name }) => name)).toEqual([
      'market-live-eu-west-1-backup',
      'market-live-eu-west-1-restore-tests',
    ]);
  });

  test('that fail, expire or are stopped, copies and restores too, are told to the platform there', () => {
    const platform = (region: string): string =>
      `arn:aws:sns:${region}:111122223333:market-live-platform-alarms`;

    for (const region of REGIONS) {
      const stack = stacks.get(`market-live-${region}-operations`);

      expect(all('aws_cloudwatch_event_rule', stack).map(({ name }) => name)).toEqual(
        ['backup', 'copy', 'restore'].map((job) => `market-live-${job}-failures`),
      );
      expect(all('aws_cloudwatch_event_target', stack).map(({ arn }) => arn)).toEqual(
        Array(3).fill(platform(region)),
      );
    }
  });

  test('that fail reach the topic of the platform, which admits rules of EventBridge as its key does, and no other', () => {
    const admitting = (type: string): readonly string[] =>
      Object.entries(blocksOf(operations, 'resource', type))
        .filter(([, { policy }]) => String(policy).includes('events.amazonaws.com'))
        .map(([address]) => address);

    expect(admitting('aws_sns_topic_policy')).toEqual([expect.stringMatching(/^alarms-platform_/)]);
    expect(admitting('aws_kms_key')).toEqual(['alarms_platform_key']);
  });

  test('of a single region are copied nowhere', () => {
    const single = writtenStacks(planMarket({ live: { regions: ['eu-west-1'] } }).plan).get(
      'market-live-eu-west-1-operations',
    );

    expect(JSON.stringify(all('aws_backup_plan', single))).not.toContain('copy_action');
    expect(all('aws_backup_vault', single)).toHaveLength(1);
  });

  test('are not taken of what may be lost, which has no tag', () => {
    const written = writtenStacks(
      planMarket({ live: { regions: ['eu-west-1'], protection: 'disposable' } }).plan,
    );
    const lost = written.get('market-live-eu-west-1-operations');

    expect(
      Object.keys(lost?.resource ?? {}).filter((type) => /backup|cloudwatch_event/.test(type)),
    ).toEqual([]);
    expect(lost?.text).not.toContain('events.amazonaws.com');
    expect(rolesIn(lost)).toEqual([]);
    expect(all('aws_sns_topic', lost)).toHaveLength(3);
    expect([...written.values()].filter(({ text }) => text.includes('"Backup"'))).toEqual([]);
  });
});
