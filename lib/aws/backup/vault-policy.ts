/**
 * Renders a vault's policy: nobody deletes a recovery point or lets it expire sooner, but for the roles named. What
 * AWS Backup itself deletes at the end of its retention is not meant.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export function renderVaultPolicy(administratorArns: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'KeepRecoveryPoints',
        Effect: 'Deny',
        Principal: '*',
        Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
        // Recovery points of other services keep those services' ARNs; the policy reaches those of its vault only.
        Resource: '*',
        Condition:
          administratorArns.length === 0
            ? undefined
            : { ArnNotEquals: { 'aws:PrincipalArn': administratorArns } },
      },
    ],
  });
}
