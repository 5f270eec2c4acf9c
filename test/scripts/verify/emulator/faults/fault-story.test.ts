import { partsOf } from '../../../../../scripts/verify/emulator/faults/fault-story';
import { mergeStacks } from '../../../../../scripts/verify/emulator/faults/scene';
import type { Json } from '../../../../../scripts/verify/stack-files';

function stack(layer: string, resource: Json) {
  return { name: `shop-staging-${layer}`, folder: '', content: { terraform: { layer }, resource } };
}

const STACKS = [
  stack('svc-shipping-service', {
    aws_dynamodb_table: { shipments: { key: '${aws_kms_key.shipments.arn}' } },
    aws_kms_key: { shipments: {}, other: {} },
    aws_secretsmanager_secret: { carrier: {} },
  }),
  stack('operations', { aws_sns_topic: { b: {}, a: {} } }),
  stack('cluster', { aws_sqs_queue: { q: {} }, aws_cloudwatch_log_group: { l: {} } }),
  stack('network', { aws_vpc: { v: {} }, aws_subnet: { s: {} } }),
  stack('identity', { aws_iam_role: { r: {} } }),
];

test('takes the first of each kind of which something is tried, with what it needs', () => {
  expect(partsOf(STACKS)).toEqual({
    name: 'shop-staging-svc-shipping-service',
    content: {
      terraform: { layer: 'svc-shipping-service' },
      resource: {
        aws_dynamodb_table: { shipments: { key: '${aws_kms_key.shipments.arn}' } },
        aws_kms_key: { shipments: {} },
        aws_secretsmanager_secret: { carrier: {} },
        aws_sns_topic: { a: {} },
        aws_cloudwatch_log_group: { l: {} },
        aws_vpc: { v: {} },
        aws_iam_role: { r: {} },
      },
    },
  });
});

test('says which stack is not there', () => {
  expect(() => partsOf(STACKS.slice(1))).toThrow(
    new Error('no stack ends in -svc-shipping-service; take the part of another in fault-story.ts'),
  );
});

test('puts the resources of stacks together, and keeps the settings of the first', () => {
  const contents = [
    { terraform: { one: 1 }, resource: { aws_vpc: { a: {} } } },
    { terraform: { two: 2 }, resource: { aws_vpc: { b: {} } }, data: { aws_region: { r: {} } } },
  ];

  expect(mergeStacks('both', contents)).toEqual({
    name: 'both',
    content: {
      terraform: { one: 1 },
      resource: { aws_vpc: { a: {}, b: {} } },
      data: { aws_region: { r: {} } },
    },
  });
});
