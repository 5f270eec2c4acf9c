import { checkSchema, parseSchemas } from '../../../scripts/verify/schema-check';

const text = { optional: true };
const SCHEMAS = parseSchemas(
  JSON.stringify({
    provider_schemas: {
      'registry.example.com/hashicorp/aws': {
        provider: {
          block: {
            attributes: { region: text },
            block_types: { default_tags: { block: { attributes: { tags: text } } } },
          },
        },
        resource_schemas: {
          aws_strict: { block: { block_types: { part: { min_items: 1, block: {} } } } },
          aws_vpc: {
            block: {
              attributes: {
                cidr_block: text,
                name: { required: true, type: 'string' },
                arn: { computed: true },
                old: { optional: true, deprecated: true },
                nested: { optional: true, nested_type: { attributes: { inner: text } } },
              },
              block_types: {
                rule: { block: { attributes: { port: text } } },
                only: { max_items: 1, block: { attributes: { key: { required: true } } } },
              },
            },
          },
        },
        data_source_schemas: { aws_region: { block: { attributes: { name: text } } } },
        ephemeral_resource_schemas: { aws_password: { block: { attributes: { length: text } } } },
      },
    },
  }),
);

function check(content: Readonly<Record<string, unknown>>): readonly string[] {
  return checkSchema({ name: 's', folder: '/s', content }, SCHEMAS).map(
    ({ severity, address, message }) => `${severity} ${address} ${message}`,
  );
}
const vpc = (body: object) => check({ resource: { aws_vpc: { a: { name: 'n', ...body } } } });

test('what the schemas have passes, wherever it stands', () => {
  expect(
    check({
      provider: { aws: [{ region: 'a', alias: 'b', default_tags: [{ tags: {} }] }] },
      resource: {
        aws_vpc: {
          a: {
            ...{
              '//': {},
              count: 1,
              depends_on: [],
              for_each: {},
              lifecycle: {},
              provider: 'aws.b',
            },
            ...{ connection: {}, provisioner: [], cidr_block: 'x', name: 'n' },
            nested: { inner: 1 },
            rule: [{ port: 1 }, { port: 2 }],
          },
        },
        terraform_data: { a: { anything: 1 } },
      },
      data: { aws_region: { a: { name: 'x' } }, terraform_remote_state: { a: { backend: 's3' } } },
      ephemeral: { aws_password: { a: { length: 4 } } },
    }),
  ).toEqual([]);
});

test.each([
  [{ cidr_blok: 1 }, 'error resource.aws_vpc.a there is no argument cidr_blok'],
  [{ rule: { prot: 1 } }, 'error resource.aws_vpc.a there is no argument rule.prot'],
  [
    { rule: [{ port: 1 }, { lifecycle: {} }] },
    'error resource.aws_vpc.a there is no argument rule.lifecycle',
  ],
  [{ nested: [{ outer: 1 }] }, 'error resource.aws_vpc.a there is no argument nested.outer'],
  [{ arn: 'x' }, 'error resource.aws_vpc.a arn cannot be set, the provider computes it'],
  [{ old: 'x' }, 'warning resource.aws_vpc.a old is deprecated'],
  [
    { dynamic: { rule: { for_each: [], content: { prot: 1 } } } },
    'error resource.aws_vpc.a there is no argument rule.prot',
  ],
  [
    { dynamic: { rules: [{ content: {} }] } },
    'error resource.aws_vpc.a there is no argument rules',
  ],
])('%j is a problem', (body, problem) => {
  expect(vpc(body)).toEqual([problem]);
});

test.each([
  [{ name: ['n'] }, 'name needs a string, not ["n"]'],
  [{ name: null }, 'name is required and missing'],
  [{ rule: 'one' }, 'rule needs a block'],
  [{ only: [{ key: 'a' }, { key: 'b' }] }, 'only is there 2 times, at most 1'],
  [{ only: {} }, 'only.key is required and missing'],
  [{ dynamic: { only: { for_each: [], content: {} } } }, 'only.key is required and missing'],
])('%j is a problem of what has to be there, and of types', (body, problem) => {
  expect(vpc(body)).toEqual([`error resource.aws_vpc.a ${problem}`]);
});

test('a block that has to be there is, or is dynamic', () => {
  const strict = (body: object) => check({ resource: { aws_strict: { a: body } } });

  expect(strict({})).toEqual(['error resource.aws_strict.a part is required and missing']);
  expect(strict({ part: [] })).toEqual([
    'error resource.aws_strict.a part is required and missing',
  ]);
  expect(strict({ part: {} })).toEqual([]);
  expect(strict({ dynamic: { part: { for_each: [], content: {} } } })).toEqual([]);
  expect(strict({ part: '${local.parts}' })).toEqual([]);
});

test('a dynamic block the schema has passes', () => {
  expect(vpc({ dynamic: { rule: { for_each: [], content: { port: 1 } } } })).toEqual([]);
});

test.each([
  [{ provider: { aws: { regionn: 'x' } } }, 'error provider.aws there is no argument regionn'],
  [{ data: { aws_region: { a: { nam: 1 } } } }, 'error data.aws_region.a there is no argument nam'],
  [
    { ephemeral: { aws_password: { a: { size: 1 } } } },
    'error ephemeral.aws_password.a there is no argument size',
  ],
  [
    { resource: { aws_vcp: { a: {} } } },
    'error resource.aws_vcp.a no provider of the stack has this type',
  ],
  [
    { resource: { other_thing: { a: {} } } },
    'error resource.other_thing.a no provider of the stack has this type',
  ],
  [{ provider: { other: {} } }, 'error provider.other no provider of the stack has this type'],
])('%j is a problem of its kind', (content, problem) => {
  expect(check(content)).toEqual([problem]);
});

test('a provider goes by the name the stack gives it', () => {
  const content = {
    terraform: { required_providers: { amazon: { source: 'hashicorp/aws' } } },
    resource: { aws_vpc: { a: { provider: 'amazon', name: 'n' } } },
  };

  expect(check(content)).toEqual([]);
});

test('no schemas at all are none', () => {
  expect(parseSchemas('{}')).toEqual({});
});
