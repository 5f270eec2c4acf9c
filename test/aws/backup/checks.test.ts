import { Token } from 'cdktf';
import { BACKUP_NAMES, assertBackupName, assertCron } from '../../../lib/aws/backup/checks';

const scope = { node: { path: 'Backup' } };
const token = Token.asString({ resolve: () => '${var.x}' });

test.each([
  ['plan', 'a'],
  ['plan', 'shop-eu.1_'],
  ['rule', 'a'.repeat(50)],
  ['restoreTestingPlan', 'shop_weekly'],
  ['restoreTestingPlan', token],
] as const)('%s takes %s', (kind, name) => {
  expect(() => {
    assertBackupName(scope, 'name', name, BACKUP_NAMES[kind]);
  }).not.toThrow();
});

test.each([
  ['plan', 'a b', 'a backup plan (1 to 50 letters, digits and -_.)'],
  ['plan', '', 'a backup plan (1 to 50 letters, digits and -_.)'],
  ['rule', 'a'.repeat(51), 'a backup rule (1 to 50 letters, digits and -_.)'],
  [
    'restoreTestingPlan',
    'shop-weekly',
    'a restore testing plan (1 to 50 letters, digits and underscores)',
  ],
] as const)('%s refuses %s', (kind, name, what) => {
  expect(() => {
    assertBackupName(scope, 'name', name, BACKUP_NAMES[kind]);
  }).toThrow(`[Backup] name '${name}' is not ${what}; rename it within these bounds`);
});

test.each(['cron(0 3 ? * * *)', 'cron(0/30 3 1 * ? *)', token])('%s is a schedule', (schedule) => {
  expect(() => {
    assertCron(scope, 'schedule', schedule);
  }).not.toThrow();
});

test.each(['rate(1 day)', 'cron(0 3 * * *)', '0 3 ? * * *'])('%s is none', (schedule) => {
  expect(() => {
    assertCron(scope, 'schedule', schedule);
  }).toThrow(
    `[Backup] schedule is '${schedule}', not a cron expression of six fields; write it like 'cron(0 3 ? * * *)'`,
  );
});
