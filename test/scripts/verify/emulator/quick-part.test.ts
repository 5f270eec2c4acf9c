import { parametersExpected, quickPart } from '../../../../scripts/verify/emulator/quick-part';
import { objectAt, type Json } from '../../../../scripts/verify/stack-files';

function stack(layer: string, resource: Json, data: Json = {}) {
  return { name: `shop-staging-${layer}`, folder: '', content: { resource, data } };
}

const PARAMETER = '/shop/staging/eu-west-1/network/vpc-id';
const SERVICE = stack(
  'svc-order-service',
  { aws_rds_cluster: { orders: {} } },
  { aws_ssm_parameter: { vpc: { name: PARAMETER } } },
);
const STACKS = [
  stack('identity', { aws_iam_policy: { Boundary_1: {}, other: {} } }),
  stack('network', {
    aws_ssm_parameter: { vpc: { name: PARAMETER, value: '${aws_vpc.main.id}' } },
    aws_vpc: { main: {} },
    aws_nat_gateway: { nat: {} },
  }),
  stack('cluster', { aws_eks_addon: { dns: {} } }),
  stack('svc-cart-service', { aws_dynamodb_table: { carts: {} } }),
  SERVICE,
];

test('takes services whole, and of what is below them what they need', () => {
  const part = quickPart(STACKS).map(({ content }) => Object.keys(objectAt(content, 'resource')));

  expect(part).toEqual([
    ['aws_iam_policy'],
    ['aws_ssm_parameter', 'aws_vpc'],
    [],
    ['aws_dynamodb_table'],
    ['aws_rds_cluster'],
  ]);
});

test('says which stack is not there', () => {
  expect(() => quickPart(STACKS.slice(1))).toThrow(
    'no stack ends in -identity; take the part of another in quick-part.ts',
  );
});

test('expects no parameter that a stack publishes', () => {
  expect(parametersExpected(STACKS)).toEqual([]);
});

test('expects a parameter that nothing publishes', () => {
  const name = '/shop/staging/eu-west-1/kafka/cluster-arn';
  const reader = stack('svc', {}, { aws_ssm_parameter: { arn: { name } } });

  const [parameter] = parametersExpected([reader]);

  expect(parameter?.name).toBe(name);
  expect(parameter?.value).toMatch(/^arn:aws:kafka:/);
});

test('says that nobody knows what a parameter would be', () => {
  expect(() => parametersExpected([SERVICE])).toThrow(
    `nothing publishes ${PARAMETER}; say in quick-part.ts what it is`,
  );
});
