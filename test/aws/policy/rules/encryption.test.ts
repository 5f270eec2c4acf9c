import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Fn, TerraformVariable } from 'cdktf';
import { ENCRYPTION } from '../../../../lib/aws/policy/rules/encryption';
import { saidBy } from '../judged';
import { eks, KEY } from './cases/encryption';

describe('encryption', () => {
  test('asks no rotation of a key that cannot rotate', () => {
    expect(
      saidBy(ENCRYPTION, (stack) => new KmsKey(stack, 'R', { customerMasterKeySpec: 'RSA_2048' })),
    ).toEqual([]);
  });

  test('asks no key of a parameter that is no secret', () => {
    expect(
      saidBy(ENCRYPTION, (stack) => new SsmParameter(stack, 'R', { name: 'a', type: 'String' })),
    ).toEqual([]);
  });

  test('lets pass what only Terraform knows', () => {
    const said = saidBy(ENCRYPTION, (stack) => {
      const variable = new TerraformVariable(stack, 'encrypted', { type: 'bool' });
      new RdsCluster(stack, 'Cluster', { engine: 'e', storageEncrypted: variable.booleanValue });
      new KinesisStream(stack, 'Stream', { name: 'a', encryptionType: variable.stringValue });
      eks(stack, {
        encryptionConfig: {
          provider: { keyArn: KEY },
          resources: Fn.split(',', variable.stringValue),
        },
      });
    });

    expect(said).toEqual([]);
  });

  test('sees what an override turns off, and what it turns on', () => {
    const said = saidBy(ENCRYPTION, (stack) => {
      new RdsCluster(stack, 'Off', { engine: 'e', storageEncrypted: true }).addOverride(
        'storage_encrypted',
        false,
      );
      new DynamodbTable(stack, 'On', { name: 'a' }).addOverride(
        'server_side_encryption.enabled',
        true,
      );
    });

    expect(said).toEqual(['storageEncrypted is false, true is needed; set it to true']);
  });
});
