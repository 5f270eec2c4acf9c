import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { TerraformVariable } from 'cdktf';
import { LOGS } from '../../../../lib/aws/policy/rules/logs';
import { saidBy } from '../judged';

test('a retention only Terraform knows passes', () => {
  const said = saidBy(LOGS, (stack) => {
    const { numberValue } = new TerraformVariable(stack, 'days', {});
    new CloudwatchLogGroup(stack, 'R', { retentionInDays: numberValue });
  });

  expect(said).toEqual([]);
});
