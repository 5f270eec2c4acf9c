import type { Construct } from 'constructs';
import { ManagedSecret } from '../lib/aws';
import type { RegionPlan, ServicePlan } from '../lib/plan';
import type { SecretIdentity } from './grant-statements';

/** Makes the secrets that a service is given, empty: people put the values in. */
export function addSecrets(
  scope: Construct,
  { protection }: RegionPlan,
  { name: service, secrets }: ServicePlan,
): ReadonlyMap<string, SecretIdentity> {
  return new Map(
    secrets.map(({ name, secret }) => {
      const { secretArn, key } = new ManagedSecret(scope, `secret-${name}`, {
        name: secret,
        description: `${name} of ${service}`,
        protection,
      });
      return [name, { arn: secretArn, keyArn: key.arn }];
    }),
  );
}
