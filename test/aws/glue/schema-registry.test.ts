import { SchemaRegistry } from '../../../lib/aws/glue/schema-registry';
import { only, synthOne, thrownBy } from '../one-stack';

test.each([
  ['retain', true],
  ['disposable', false],
] as const)('%s: destroy refused is %s', (protection, prevented) => {
  const stack = synthOne(
    (scope) => new SchemaRegistry(scope, 'Schemas', { name: 'shop', protection }),
  );

  expect(only(stack, 'aws_glue_registry')).toMatchObject({
    registry_name: 'shop',
    tags: { Name: 'shop' },
    lifecycle: { prevent_destroy: prevented },
  });
  expect(only(stack, 'aws_glue_registry')).not.toHaveProperty('description');
});

test('says what its schemas are of', () => {
  const stack = synthOne(
    (scope) =>
      new SchemaRegistry(scope, 'Schemas', {
        name: 'shop',
        description: 'events of the shop',
        protection: 'retain',
      }),
  );

  expect(only(stack, 'aws_glue_registry')).toMatchObject({ description: 'events of the shop' });
});

test('fails if the name is none', () => {
  expect(
    thrownBy(
      (scope) => new SchemaRegistry(scope, 'Schemas', { name: 'a b', protection: 'retain' }),
    ),
  ).toThrow(
    "[test/Schemas] name 'a b' is not a registry (1 to 255 letters, digits and -_$#.); rename it within these bounds",
  );
});
