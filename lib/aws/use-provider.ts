import type { TerraformProvider } from 'cdktf';
import { TerraformDataSource, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Has everything below a construct made by another provider than the stack's first, for example one of another region. */
export function useProvider(scope: IConstruct, provider?: TerraformProvider): void {
  if (provider === undefined) return;
  for (const node of scope.node.findAll()) {
    if (TerraformResource.isTerraformResource(node)) node.provider = provider;
    if (TerraformDataSource.isTerraformDataSource(node)) node.provider = provider;
  }
}
