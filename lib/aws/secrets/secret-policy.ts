/**
 * Renders the policy of a secret: nobody reads it without TLS, and nobody of another account at all.
 *
 * A deny overrides whatever IAM allows. Services of AWS that act for the account have no account of their own.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 */
export function renderSecretPolicy(account: string): string {
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'secretsmanager:*',
    Resource: '*',
  };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'TlsOnly', ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Sid: 'OwnAccountOnly',
        ...deny,
        Condition: {
          StringNotEquals: { 'aws:PrincipalAccount': account },
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
  });
}
