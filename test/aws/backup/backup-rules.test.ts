import { Token } from 'cdktf';
import type { BackupRule, BackupTarget } from '../../../lib/aws/backup/backup-rules';
import { DAILY, assertRules } from '../../../lib/aws/backup/backup-rules';

const token = Token.asNumber({ resolve: () => 1 });
const check =
  (rules: readonly BackupRule[], vault: Partial<BackupTarget> = {}) =>
  (): void => {
    assertRules({ node: { path: 'Plan' } }, rules, { vaultName: 'shop', ...vault });
  };
const rule = (props: Partial<BackupRule>): readonly BackupRule[] => [{ ...DAILY, ...props }];

test('every night for 35 days', () => {
  expect(DAILY).toEqual({ name: 'daily', schedule: 'cron(0 3 ? * * *)', retentionDays: 35 });
});

test.each<[Partial<BackupRule>, Partial<BackupTarget>]>([
  [{}, {}],
  [{ retentionDays: 1 }, {}],
  [{ retentionDays: 36_500 }, {}],
  [{ retentionDays: 35, continuous: true }, {}],
  [{ retentionDays: 91, coldStorageAfterDays: 1 }, {}],
  [{ retentionDays: 7 }, { minRetentionDays: 7, maxRetentionDays: 7 }],
  [{ retentionDays: token, coldStorageAfterDays: 1 }, { minRetentionDays: 7 }],
  [{ retentionDays: 1 }, { minRetentionDays: token }],
  [
    {
      copyTo: {
        vaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:a',
        retentionDays: 1,
      },
    },
    {},
  ],
])('%j is built into %j', (props, vault) => {
  expect(check(rule(props), vault)).not.toThrow();
});

test.each<[readonly BackupRule[], Partial<BackupTarget>, string]>([
  [[], {}, 'rules is empty, 1 or more is needed; say when to back up'],
  [
    rule({ name: 'a b' }),
    {},
    "rule 'a b' is not a backup rule (1 to 50 letters, digits and -_.); rename it within these bounds",
  ],
  [[DAILY, DAILY], {}, "rule 'daily' is there twice; give each a name of its own"],
  [
    rule({ schedule: 'rate(1 day)' }),
    {},
    "schedule of rule 'daily' is 'rate(1 day)', not a cron expression of six fields; write it like 'cron(0 3 ? * * *)'",
  ],
  [
    rule({ retentionDays: 0 }),
    {},
    "retentionDays of rule 'daily' is 0, a whole number of 1 to 36500 is needed; pass a number in that range",
  ],
  [
    rule({ retentionDays: 36, continuous: true }),
    {},
    "retentionDays of continuous rule 'daily' is 36, a whole number of 1 to 35 is needed; pass a number in that range",
  ],
  [
    rule({ continuous: true, coldStorageAfterDays: 1 }),
    {},
    "rule 'daily' is continuous and has coldStorageAfterDays, which takes snapshots only; leave one of them out",
  ],
  [
    rule({ retentionDays: 90, coldStorageAfterDays: 1 }),
    {},
    "retentionDays of rule 'daily' is 90, cold storage after 1 days needs 91 or more; keep it longer, or leave coldStorageAfterDays out",
  ],
  [
    rule({ retentionDays: 100, coldStorageAfterDays: 0 }),
    {},
    "coldStorageAfterDays of rule 'daily' is 0, a whole number of 1 to 36500 is needed; pass a number in that range",
  ],
  [
    rule({ retentionDays: 6 }),
    { minRetentionDays: 7, maxRetentionDays: 365 },
    "retentionDays of rule 'daily' is 6, the lock of its vault allows 7 to 365; pass a number in that range, or change the lock",
  ],
  [
    rule({ retentionDays: 366 }),
    { maxRetentionDays: 365 },
    "retentionDays of rule 'daily' is 366, the lock of its vault allows 1 to 365; pass a number in that range, or change the lock",
  ],
  [
    rule({ copyTo: { vaultArn: 'x', retentionDays: 0 } }),
    {},
    "copyTo.retentionDays of rule 'daily' is 0, a whole number of 1 to 36500 is needed; pass a number in that range",
  ],
])('%j into %j is refused', (rules, vault, message) => {
  expect(check(rules, vault)).toThrow(`[Plan] ${message}`);
});
