import { Token } from 'cdktf';
import { toAliasName } from '../../../lib/aws/kms/alias-name';

test('dots become hyphens, and nothing else changes', () => {
  expect(toAliasName('shop.production/audit_1')).toBe('shop-production/audit_1');
});

test('a name known only to Terraform stays what Terraform knows', () => {
  const token = Token.asString({ name: 'known to Terraform' });

  expect(toAliasName(`${token}/logs`)).toBe(`${token}/logs`);
});
