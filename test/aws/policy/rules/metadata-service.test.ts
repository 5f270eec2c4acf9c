import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { TerraformVariable } from 'cdktf';
import { METADATA_SERVICE } from '../../../../lib/aws/policy/rules/metadata-service';
import { saidBy } from '../judged';

test('lets pass what only Terraform knows', () => {
  const said = saidBy(METADATA_SERVICE, (stack) => {
    const httpTokens = new TerraformVariable(stack, 'tokens', {}).stringValue;
    new LaunchTemplate(stack, 'R', { metadataOptions: { httpTokens } });
  });

  expect(said).toEqual([]);
});
