import { renderBackups } from '../../../lib/aws/rds/backups';

test('what is retained is backed up for 35 days and leaves a snapshot', () => {
  expect(renderBackups('orders', 'retain')).toEqual({
    backupRetentionPeriod: 35,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    deletionProtection: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: 'orders-final',
  });
});

test('what is disposable is backed up for a day and leaves nothing', () => {
  expect(renderBackups('orders', 'disposable')).toEqual({
    backupRetentionPeriod: 1,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: true,
    deletionProtection: false,
    skipFinalSnapshot: true,
    finalSnapshotIdentifier: undefined,
  });
});
