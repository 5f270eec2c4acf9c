import { Lazy } from 'cdktf';
import { PublishedParameters } from '../../../lib/aws/ssm/published-parameters';
import { all, synthOne, thrownBy } from '../one-stack';

const prefix = '/shop/staging/eu-west-1/network';

test('each value is a readable parameter, and its key is part of its address', () => {
  const stack = synthOne((scope) => {
    new PublishedParameters(scope, 'Published', {
      prefix,
      values: { 'vpc-id': 'vpc-1', subnets: Lazy.stringValue({ produce: () => 'a' }) },
    });
  });

  expect(all(stack, 'aws_ssm_parameter')).toMatchObject([
    {
      name: `${prefix}/subnets`,
      type: 'String',
      tier: 'Standard',
      insecure_value: 'a',
    },
    { name: `${prefix}/vpc-id`, type: 'String', tier: 'Standard', insecure_value: 'vpc-1' },
  ]);
  expect(Object.keys(stack.resource?.['aws_ssm_parameter'] ?? {})).toEqual([
    expect.stringMatching(/^Published_subnets_/),
    expect.stringMatching(/^Published_vpc-id_/),
  ]);
});

test('a value has up to 4096 characters', () => {
  expect(
    thrownBy(
      (scope) =>
        new PublishedParameters(scope, 'Published', { prefix, values: { a: 'x'.repeat(4096) } }),
    ),
  ).not.toThrow();
});

test.each([
  [0, ''],
  [4097, 'x'.repeat(4097)],
])('refuses a value of %d characters', (length, value) => {
  expect(
    thrownBy(
      (scope) => new PublishedParameters(scope, 'Published', { prefix, values: { a: value } }),
    ),
  ).toThrow(
    `[test/Published] values 'a' has ${length} characters, a parameter has 1 to 4096; leave it out when empty, split it when long`,
  );
});

test('refuses a key that makes no name', () => {
  expect(
    thrownBy(
      (scope) =>
        new PublishedParameters(scope, 'Published', { prefix, values: { 'vpc id': 'vpc-1' } }),
    ),
  ).toThrow(`[test/Published] name '${prefix}/vpc id' is not an SSM parameter`);
});
