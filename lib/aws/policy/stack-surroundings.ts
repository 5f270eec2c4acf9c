import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformProvider,
  Tokenization,
  type TerraformResource,
  type TerraformStack,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Protection } from '../protection';
import { isUnknown } from './arguments';
import { isOfType, typeOf, type JudgedType, type JudgedTypes } from './judged-types';
import type { Surroundings } from './rule';

/** What a stack's surroundings are made of. */
export interface StackSurroundingsProps {
  /** The stack. */
  readonly stack: TerraformStack;
  /** All constructs of the stack. */
  readonly constructs: readonly IConstruct[];
  /** Tags everything has to have. */
  readonly requiredTags: readonly string[];
  /** How hard to lose the stack's data is to be. */
  readonly protection: Protection;
}

const RESOLVER = new DefaultTokenResolver(new StringConcat());
const NO_TAGS: ReadonlySet<string> = new Set();

/** Says what checks may know of the stack around what they judge. */
export function stackSurroundings(props: StackSurroundingsProps): Surroundings {
  const { stack, constructs, requiredTags, protection } = props;
  const byType = groupByType(constructs);
  const providers = constructs.filter(isAwsProvider);
  const byDefault = providers.find(({ aliasInput }) => aliasInput === undefined);
  const tags = new Map(providers.map((provider) => [provider.fqn, defaultTagNames(provider)]));
  const texts = new Map<string, string>();
  const textOf = (value: string): string => {
    const text =
      texts.get(value) ??
      String(Tokenization.resolve(value, { scope: stack, resolver: RESOLVER, preparing: false }));
    texts.set(value, text);
    return text;
  };
  return {
    requiredTags,
    protection,
    all: <T extends JudgedType>(type: T): readonly JudgedTypes[T][] =>
      (byType.get(type) ?? []).filter((element): element is JudgedTypes[T] =>
        isOfType(element, type),
      ),
    refersTo: (value, target, name) => {
      if (value === undefined) return false;
      if (value === name) return true;
      const address = `${target.terraformResourceType}.${target.friendlyUniqueId}`;
      return isUnknown(value) && textOf(value).includes(`\${${address}.`);
    },
    defaultTags: ({ provider }: TerraformResource) => {
      const used = provider ?? byDefault;
      return used === undefined ? NO_TAGS : tags.get(used.fqn);
    },
  };
}

function groupByType(constructs: readonly IConstruct[]): ReadonlyMap<string, TerraformElement[]> {
  const groups = new Map<string, TerraformElement[]>();
  for (const construct of constructs) {
    if (!TerraformElement.isTerraformElement(construct)) continue;
    const type = typeOf(construct);
    if (type === undefined) continue;
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [construct]);
    else group.push(construct);
  }
  return groups;
}

function isAwsProvider(construct: IConstruct): construct is AwsProvider {
  return (
    TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === 'aws'
  );
}

/** Nothing when only Terraform knows them. */
function defaultTagNames({ defaultTagsInput }: AwsProvider): ReadonlySet<string> | undefined {
  if (defaultTagsInput === undefined) return NO_TAGS;
  if (isUnknown(defaultTagsInput)) return undefined;
  const tags = defaultTagsInput.map((block) => block.tags ?? {});
  return tags.some(isUnknown) ? undefined : new Set(tags.flatMap((some) => Object.keys(some)));
}
