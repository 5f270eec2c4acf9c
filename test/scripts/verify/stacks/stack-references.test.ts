import { parseSchemas } from '../../../../scripts/verify/schema-check';
import { addressOf, indexStack } from '../../../../scripts/verify/stacks/stack-index';
import {
  blockReferenceProblems,
  publishedParameters,
} from '../../../../scripts/verify/stacks/stack-references';

const SCHEMAS = parseSchemas(
  JSON.stringify({
    provider_schemas: {
      aws: {
        resource_schemas: {
          aws_vpc: { block: { attributes: { id: {}, name: {} }, block_types: { rule: {} } } },
          aws_ssm_parameter: { block: { attributes: { name: {} } } },
        },
        data_source_schemas: { aws_ssm_parameter: { block: { attributes: { value: {} } } } },
      },
    },
  }),
);

function problems(body: object, more: object = {}): readonly string[] {
  const index = indexStack({
    name: 's',
    folder: '/s',
    content: {
      provider: { aws: [{ region: 'eu' }, { region: 'us', alias: 'world' }] },
      locals: { zone: 'a' },
      resource: {
        aws_vpc: { main: {}, tested: body },
        aws_ssm_parameter: { p: { name: '/p' }, q: { name: '/q', provider: 'aws.world' } },
      },
      ...more,
    },
  });
  const context = { index, schemas: SCHEMAS, published: publishedParameters([index]) };
  return index.blocks.flatMap((block) =>
    blockReferenceProblems(block, context).map((text) => `${addressOf(block)} ${text}`),
  );
}

test('what is there may be referred to', () => {
  expect(
    problems(
      {
        name: '${aws_vpc.main.id} ${aws_vpc.main.rule} ${local.zone} ${each.key}',
        all: '${aws_vpc.main}',
        depends_on: ['aws_vpc.main', 'data.aws_ssm_parameter.p'],
        lifecycle: { replace_triggered_by: ['${aws_vpc.main.id}'] },
        '//': '${nothing',
        provider: 'aws.world',
        policy: '{"Resource":"${replace(aws_vpc.main.id, "a", "b")}"}',
      },
      {
        data: {
          aws_ssm_parameter: { p: { name: '/p' }, q: { name: '/q', provider: 'aws.world' } },
        },
      },
    ),
  ).toEqual([]);
});

test.each([
  [{ name: '${aws_vpc.other.id}' }, 'name: there is no block aws_vpc.other'],
  [{ list: [{ a: '${data.aws_vpc.main.id}' }] }, 'list[0].a: there is no block data.aws_vpc.main'],
  [{ name: '${aws_vpc.main.idd}' }, "name: aws_vpc.main has no attribute 'idd'"],
  [{ name: '${local.other}' }, 'name: there is no local.other'],
  [{ name: '${aws_vpc.main.id' }, "name: '}' is missing at the end"],
  [{ depends_on: ['aws_vpc.other'] }, 'depends_on: there is no block aws_vpc.other'],
  [{ provider: 'aws.moon' }, "provider: the stack has no provider 'aws.moon'"],
  [{ policy: '{"a":1' }, expect.stringMatching(/^policy: is no JSON: /)],
])('%j refers to nothing', (body, problem: unknown) => {
  expect(problems(body).map((text) => text.replace('aws_vpc.tested ', ''))).toEqual([problem]);
});

test.each([
  [{ name: '/r' }, 'no stack publishes /r in eu'],
  [{ name: '/q' }, 'no stack publishes /q in eu'],
  [{ name: '/p', provider: 'aws.world' }, 'no stack publishes /p in us'],
])('a parameter that is read is published, in its region: %j', (body, problem) => {
  expect(problems({}, { data: { aws_ssm_parameter: { read: body } } })).toEqual([
    `data.aws_ssm_parameter.read name: ${problem}`,
  ]);
});
