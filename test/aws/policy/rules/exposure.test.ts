import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { TerraformVariable } from 'cdktf';
import { EXPOSURE } from '../../../../lib/aws/policy/rules/exposure';
import { saidBy } from '../judged';
import { rule } from './cases/exposure';
import { allowing, BOUND } from './cases/open-policies';

describe('who everyone is', () => {
  const allowed = (policy: string) =>
    saidBy(EXPOSURE, (stack) => new SqsQueue(stack, 'R', { policy }));

  test.each([
    ['any account', allowing({ AWS: '*' })],
    [
      'all but somebody',
      JSON.stringify({
        Statement: { Sid: 'Any', Effect: 'Allow', NotPrincipal: { AWS: '111122223333' } },
      }),
    ],
    ['whoever speaks TLS', allowing('*', { Bool: { 'aws:SecureTransport': 'true' } })],
    ['any address', allowing('*', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } })],
    ['any account by a pattern', allowing('*', { StringLike: { 'aws:PrincipalArn': '*' } })],
  ])('%s is', (_who, policy) => {
    expect(allowed(policy)).toEqual([`statement 'Any' of the policy allows everyone; ${BOUND}`]);
  });

  test.each([
    ['an account', allowing({ AWS: ['111122223333'] })],
    ['a service', allowing({ Service: 'events.amazonaws.com' })],
    [
      'everyone of the organisation',
      allowing('*', { StringEquals: { 'AWS:PrincipalOrgID': 'o-1' } }),
    ],
    ['everyone at an address', allowing('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    ['whom only Terraform knows', 'not JSON'],
    ['nobody, by a denial', JSON.stringify({ Statement: [{ Effect: 'Deny', Principal: '*' }] })],
  ])('%s is not', (_who, policy) => {
    expect(allowed(policy)).toEqual([]);
  });
});

test('addresses only Terraform knows pass', () => {
  const said = saidBy(EXPOSURE, (stack) => {
    const { stringValue, listValue } = new TerraformVariable(stack, 'range', {});
    rule(stack, { cidrIpv4: stringValue });
    new SecurityGroup(stack, 'Group', { ingress: [{ cidrBlocks: listValue }] });
  });

  expect(said).toEqual([]);
});
