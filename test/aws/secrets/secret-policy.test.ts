import { renderSecretPolicy } from '../../../lib/aws/secrets/secret-policy';

test('denies what comes without TLS, and whoever is of another account', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 'secretsmanager:*', Resource: '*' };

  expect(JSON.parse(renderSecretPolicy('111122223333'))).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'TlsOnly', ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Sid: 'OwnAccountOnly',
        ...deny,
        Condition: {
          StringNotEquals: { 'aws:PrincipalAccount': '111122223333' },
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
  });
});
