import { toText } from '../../../../scripts/verify/faults/edit';
import type { Mutation } from '../../../../scripts/verify/faults/mutant';
import {
  changeArgumentType,
  dropRequiredArgument,
  misspellArgument,
} from '../../../../scripts/verify/faults/operators/stack-arguments';
import {
  breakStackReference,
  corruptExpression,
} from '../../../../scripts/verify/faults/operators/stack-expressions';
import { widenStack } from '../../../../scripts/verify/faults/operators/stack-permissions';
import { readPolicy, writePolicy } from '../../../../scripts/verify/faults/policy-documents';

const schema = {
  attributes: {
    name: { required: true, type: 'string' },
    size: { optional: true, type: 'number' },
    on: { optional: true, type: 'bool' },
    zones: { optional: true, type: ['set', 'string'] },
    tags: { optional: true, type: ['map', 'string'] },
    any: { optional: true, type: 'dynamic' },
  },
  block_types: {
    rule: { min_items: 1, block: { attributes: { port: { required: true, type: 'number' } } } },
  },
};
const body = {
  '//': {},
  ...{ name: 'a', size: 1, on: true, zones: ['x'], tags: {}, any: 1 },
  rule: [{ port: 1 }],
  lifecycle: {},
};
const named = (mutations: Iterable<Mutation>): readonly string[] =>
  [...mutations].map(({ keys, what }) => `${toText(keys)} ${what}`);
const texts = (mutations: Iterable<Mutation>): readonly string[] =>
  [...mutations].map(({ content }) => String(content['v']));

test('required arguments and blocks are left out', () => {
  expect(named(dropRequiredArgument.mutate({ body, schema }))).toEqual([
    'name left out',
    'rule left out',
    'rule[0].port left out',
  ]);
});

test('arguments get values that become none of their type', () => {
  expect(named(changeArgumentType.mutate({ body, schema }))).toEqual([
    'name is ["one"]',
    'size is "perhaps"',
    'on is "perhaps"',
    'zones is "one"',
    'tags is "one"',
    'rule is "one"',
    'rule[0].port is "perhaps"',
  ]);
});

test('arguments and blocks are misspelt, what Terraform itself takes is not', () => {
  expect(named(misspellArgument.mutate({ body, schema }))).toEqual([
    "name is 'nae'",
    "size is 'sie'",
    "on is 'o'",
    "zones is 'zoes'",
    "tags is 'tas'",
    "any is 'ay'",
    "rule is 'rue'",
    "rule[0].port is 'pot'",
  ]);
});

test('expressions are broken in every way, one at a time', () => {
  expect(texts(corruptExpression.mutate({ body: { v: 'x ${replace(aws_a.b.c, "d")}' } }))).toEqual([
    'x ${replace(aws_a.b.c, "d")',
    'x ${replace(aws_a..b.c, "d")}',
    'x ${}',
    'x ${replace(aws_a.b.c, "d"}',
    'x ${replacex(aws_a.b.c, "d")}',
  ]);
  expect(texts(corruptExpression.mutate({ body: { v: '{"a":1,"b":2}' } }))).toEqual([
    '{"a":1,"b":2',
    '{"a":1"b":2}',
  ]);
  expect(texts(corruptExpression.mutate({ body: { v: 'plain', '//': '${x.y}' } }))).toEqual([]);
});

test('references get blocks, parameters, providers and dependencies that are not there', () => {
  const subject = {
    body: { name: '/p', provider: 'aws.x', depends_on: ['aws_a.b'], v: '${data.aws_a.b.c}' },
    isParameter: true,
  };

  expect(
    [...breakStackReference.mutate(subject)].map(({ keys, content }) => [
      toText(keys),
      JSON.stringify(content[String(keys[0])]),
    ]),
  ).toEqual([
    ['v', '"${data.aws_a.b-gone.c}"'],
    ['v', '"${data.aws_a_gone.b.c}"'],
    ['name', '"/p-gone"'],
    ['provider', '"aws.x-gone"'],
    ['depends_on[0]', '["aws_a.b-gone"]'],
  ]);
});

test('policies are widened statement by statement', () => {
  const policy = JSON.stringify({
    Version: '1',
    Statement: [
      { Sid: 'A', Effect: 'Allow', Action: ['s3:Get'], Resource: ['x'], Condition: { a: 1 } },
      { Effect: 'Deny', Action: '*', Resource: '*' },
      { Effect: 'Allow', Action: 'kms:*', Principal: { AWS: 'a' }, Resource: '*' },
    ],
  });

  expect(named(widenStack.mutate({ type: 'aws_iam_policy', body: { policy } }))).toEqual([
    'policy A: every action of the service',
    'policy A: one action more',
    'policy A: every resource',
    'policy A: no condition',
    'policy 2: the denial is left out',
    'policy 3: every principal',
  ]);
});

test('arguments that keep the world out are set to what lets it in, where they are not yet', () => {
  const flags = { block_public_acls: true, block_public_policy: false };

  expect(
    named(widenStack.mutate({ type: 'aws_s3_bucket_public_access_block', body: flags })),
  ).toEqual([
    'block_public_acls is false',
    'ignore_public_acls is false',
    'restrict_public_buckets is false',
  ]);
});

test('a policy is read and written again as it was, expressions with quotes included', () => {
  const text = '{"Version":"1","Statement":[{"Resource":"${replace(a.b, ":x/", "y")}/z"}]}';
  const policy = readPolicy(text);

  expect(policy?.statements).toEqual([{ Resource: '${replace(a.b, ":x/", "y")}/z' }]);
  expect(policy && writePolicy(policy, policy.statements)).toBe(text);
  expect(['plain', '{"a":', '{"a":1}'].map(readPolicy)).toEqual([undefined, undefined, undefined]);
});
