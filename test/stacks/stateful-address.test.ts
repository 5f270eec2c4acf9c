import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { statefulAddress } from '../../stacks/stateful-address';
import { synthStacks } from '../support/synth-stacks';

function inStack<T>(make: (stack: TerraformStack) => T): T {
  const made: T[] = [];
  synthStacks((app) => {
    const stack = new TerraformStack(app, 'test');
    new AwsProvider(stack, 'Aws', { region: 'eu-west-1' });
    made.push(make(stack));
  });
  const [first] = made;
  if (first === undefined) throw new Error('nothing was made');
  return first;
}

const TABLE = { name: 'carts', hashKey: 'id', attribute: [{ name: 'id', type: 'S' }] };

test('a store lends its name to its resource, however deep that stands', () => {
  const address = inStack((stack) => {
    const store = new Construct(stack, 'dynamo-open-carts');
    return statefulAddress(
      new DynamodbTable(new Construct(store, 'Inner'), 'Resource', {
        ...TABLE,
        billingMode: 'PAY_PER_REQUEST',
      }),
    );
  });

  expect(address).toBe('dynamo_open_carts');
});

test('a key is told from what it encrypts', () => {
  const address = inStack((stack) =>
    statefulAddress(new KmsKey(new Construct(stack, 'Cluster'), 'Key', {})),
  );

  expect(address).toBe('cluster_key');
});

test('of several below one part each has its own name, where it has one', () => {
  const addresses = inStack((stack) => {
    const images = new Construct(stack, 'Images');
    return [
      ...['cart-service', 'storefront'].map((name) =>
        statefulAddress(new EcrRepository(new Construct(images, name), 'Resource', { name })),
      ),
      statefulAddress(new KmsKey(new Construct(images, 'Key'), 'Resource', {})),
    ];
  });

  expect(addresses).toEqual(['cart_service', 'storefront', 'images_key']);
});

test('a resource that stands in the stack itself has its own name', () => {
  expect(inStack((stack) => statefulAddress(new KmsKey(stack, 'Own', {})))).toBe('own_key');
});

test('what keeps no data keeps the address that Terraform CDK gives it', () => {
  expect(
    inStack((stack) => [
      statefulAddress(new IamRole(stack, 'Role', { assumeRolePolicy: '{}' })),
      statefulAddress(stack.node),
      statefulAddress(new AwsProvider(stack, 'Other', { alias: 'other' })),
    ]),
  ).toEqual([undefined, undefined, undefined]);
});
