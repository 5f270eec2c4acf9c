import { TerraformResource } from 'cdktf';
import { isUnknown, overrideOf } from '../arguments';
import { FINE, unless, type PolicyRule } from '../rule';

/** Everything that takes tags says whose it is. */
export const TAGS: PolicyRule = {
  id: 'TAG-001',
  title: 'Everything says whose it is',
  source:
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
  checks: [
    {
      type: '*',
      judge: (resource, around) => {
        if (!TerraformResource.isTerraformResource(resource) || !takesTags(resource)) return FINE;
        const byProvider = around.defaultTags(resource);
        if (byProvider === undefined) return FINE;
        const absent = around.requiredTags.filter((tag) => !byProvider.has(tag));
        if (absent.length === 0) return FINE;
        const own = [resource.tagsInput, overrideOf(resource, 'tags')];
        if (own.some(isUnknown)) return FINE;
        const tags = new Set(own.flatMap(namesIn));
        const missing = absent.filter((tag) => !tags.has(tag));
        return unless(
          missing.length === 0,
          `neither tags nor defaultTags of the provider have ${missing.join(', ')}`,
          'add them to defaultTags of the provider',
        );
      },
    },
  ],
};

/** A class of the provider has the accessor when its resource takes tags; one of another provider may mean another thing. */
function takesTags(
  resource: TerraformResource,
): resource is TerraformResource & { readonly tagsInput: unknown } {
  return resource.terraformResourceType.startsWith('aws_') && 'tagsInput' in resource;
}

function namesIn(tags: unknown): readonly string[] {
  return typeof tags === 'object' && tags !== null ? Object.keys(tags) : [];
}
