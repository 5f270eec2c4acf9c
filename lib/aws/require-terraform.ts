import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Makes Terraform refuse the scope's stack when it is older than 1.11, the first to have write-only arguments.
 *
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export function requireWriteOnlyArguments(scope: IConstruct): void {
  TerraformStack.of(scope).addOverride('terraform.required_version', '>= 1.11.0');
}
