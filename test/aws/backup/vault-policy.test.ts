import { renderVaultPolicy } from '../../../lib/aws/backup/vault-policy';

const guard = {
  Sid: 'KeepRecoveryPoints',
  Effect: 'Deny',
  Principal: '*',
  Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};

test('nobody deletes a recovery point or lets it expire sooner', () => {
  expect(JSON.parse(renderVaultPolicy([]))).toEqual({ Version: '2012-10-17', Statement: [guard] });
});

test('but the roles named', () => {
  const role = 'arn:aws:iam::111122223333:role/backup-admin';

  expect(JSON.parse(renderVaultPolicy([role]))).toEqual({
    Version: '2012-10-17',
    Statement: [{ ...guard, Condition: { ArnNotEquals: { 'aws:PrincipalArn': [role] } } }],
  });
});
