import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Route } from '@cdktf/provider-aws/lib/route';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { TerraformResource, TerraformVariable, Token } from 'cdktf';
import { TAGS } from '../../../../lib/aws/policy/rules/tags';
import { saidBy } from '../judged';
import { MISSING, other } from './cases/tags';

describe('tags', () => {
  test('are those that are asked for', () => {
    expect(
      saidBy(TAGS, (stack) => new Vpc(stack, 'R', {}), { requiredTags: ['System', 'Team'] }),
    ).toEqual([MISSING('Team')]);
  });

  test('are not asked of what takes none, nor of other providers', () => {
    const said = saidBy(TAGS, (stack) => {
      new Route(stack, 'R', { routeTableId: 'r', provider: other(stack) });
      new TerraformResource(stack, 'Null', { terraformResourceType: 'null_resource' });
    });

    expect(said).toEqual([]);
  });

  test('that only Terraform knows pass', () => {
    const said = saidBy(TAGS, (stack) => {
      const variable = new TerraformVariable(stack, 'tags', {});
      new Vpc(stack, 'Own', { provider: other(stack), tags: Token.asStringMap(variable.value) });
      const provider = new AwsProvider(stack, 'Third', {
        alias: 'third',
        defaultTags: Token.asAny(variable.value),
      });
      new Vpc(stack, 'Default', { provider });
    });

    expect(said).toEqual([]);
  });
});
