import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import type { TerraformStack } from 'cdktf';
import { PROTECTION } from '../../../../lib/aws/policy/rules/protection';
import { saidBy } from '../judged';
import { CLUSTER, KEPT } from './cases/protection';

describe('protection', () => {
  const bare = (stack: TerraformStack) => new S3Bucket(stack, 'R', { forceDestroy: true });

  test('is not asked of what is disposable', () => {
    expect(saidBy(PROTECTION, bare)).toHaveLength(2);
    expect(saidBy(PROTECTION, bare, { protection: 'disposable' })).toEqual([]);
  });

  test('is asked of each stack as it is said', () => {
    const of = (retained: string) =>
      saidBy(PROTECTION, bare, {
        protection: ({ node }) => (node.id === retained ? 'retain' : 'disposable'),
      });

    expect([of('test').length, of('other').length]).toEqual([2, 0]);
  });

  test('is seen where an override says it', () => {
    const said = saidBy(PROTECTION, (stack) => {
      new S3Bucket(stack, 'On', {}).addOverride('lifecycle.prevent_destroy', true);
      new S3Bucket(stack, 'Off', KEPT).addOverride('lifecycle.prevent_destroy', false);
    });

    expect(said).toEqual(['lifecycle.preventDestroy is false, true is needed; set it to true']);
  });

  test('asks no backups of a replica', () => {
    const replica = {
      ...CLUSTER,
      instanceClass: 'c',
      replicateSourceDb: 'a',
      backupRetentionPeriod: 0,
    };

    expect(saidBy(PROTECTION, (stack) => new DbInstance(stack, 'R', replica))).toEqual([]);
  });
});
