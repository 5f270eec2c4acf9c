import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Where CDK Terrain looks for the versions that a project says it runs on. */
const TARGETS = 'targetVersions';

/**
 * Makes Terraform refuse the scope's stack when it is older than 1.11, the first to have write-only arguments. To CDK
 * Terrain, which refuses such arguments to projects that name no versions, it says the same of what is in the scope; the
 * versions an app names itself stand.
 *
 * @param scope a construct that has no children yet, because what is said is said to children
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 * @see https://github.com/open-constructs/cdk-terrain/pull/269
 */
export function requireWriteOnlyArguments(scope: IConstruct): void {
  TerraformStack.of(scope).addOverride('terraform.required_version', '>= 1.11.0');
  const { node } = scope;
  // Context can be given to a construct only before its children; later, CDK Terrain itself says what to name.
  if (node.children.length > 0 || node.tryGetContext(TARGETS) !== undefined) return;
  node.setContext(TARGETS, { terraform: '>=1.11.0', opentofu: '>=1.11.0' });
}
