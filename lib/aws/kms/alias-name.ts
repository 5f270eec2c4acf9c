import { Token } from 'cdktf';

/**
 * Renders a name as part of a key's alias, which has no dots; a name known only to Terraform stays as it is.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 */
export function toAliasName(name: string): string {
  return Token.isUnresolved(name) ? name : name.replaceAll('.', '-');
}
