import { renderInstance } from '../../../lib/aws/rds/aurora-instance';

const INPUT = {
  name: 'orders',
  number: 3,
  clusterId: 'cluster',
  engine: 'aurora-postgresql',
  instanceClass: 'db.r7g.large',
  keyArn: 'arn:key',
} as const;

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroying the instance is refused: %s', (protection, preventDestroy) => {
  expect(renderInstance({ ...INPUT, protection })).toMatchObject({
    identifier: 'orders-3',
    clusterIdentifier: 'cluster',
    engine: 'aurora-postgresql',
    instanceClass: 'db.r7g.large',
    autoMinorVersionUpgrade: false,
    copyTagsToSnapshot: true,
    publiclyAccessible: false,
    performanceInsightsKmsKeyId: 'arn:key',
    tags: { Name: 'orders-3' },
    lifecycle: { preventDestroy },
  });
});
