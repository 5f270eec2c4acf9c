import {
  changesIn,
  countIn,
  differenceOf,
  isStateful,
  kindsOf,
  lossesIn,
  statefulIn,
} from '../../../../scripts/verify/emulator/plan-changes';

function change(address: string, ...actions: readonly string[]) {
  return { address, type: address.split('.')[0], mode: 'managed', change: { actions } };
}

const PLAN = JSON.stringify({
  resource_changes: [
    change('aws_sns_topic.alarms', 'update'),
    change('aws_kms_key.key', 'no-op'),
    change('aws_dynamodb_table.carts', 'delete', 'create'),
    change('aws_iam_role.reader', 'create', 'delete'),
    { ...change('aws_ssm_parameter.vpc', 'read'), mode: 'data' },
  ],
});

test('reads what a plan changes, in order', () => {
  expect(changesIn(PLAN)).toEqual([
    {
      address: 'aws_dynamodb_table.carts',
      type: 'aws_dynamodb_table',
      actions: ['delete', 'create'],
    },
    { address: 'aws_iam_role.reader', type: 'aws_iam_role', actions: ['create', 'delete'] },
    { address: 'aws_sns_topic.alarms', type: 'aws_sns_topic', actions: ['update'] },
  ]);
});

test('finds nothing in a plan that changes nothing', () => {
  expect(changesIn('{}')).toEqual([]);
});

test('counts as lost what keeps something and is deleted or made again', () => {
  expect(lossesIn(changesIn(PLAN)).map(({ address }) => address)).toEqual([
    'aws_dynamodb_table.carts',
  ]);
});

test.each([
  ['aws_rds_cluster', true],
  ['aws_iam_role', false],
])('knows whether %s keeps something: %s', (type, stateful) => {
  expect(isStateful(type)).toBe(stateful);
});

const STATE = JSON.stringify({
  resources: [
    {
      mode: 'managed',
      type: 'aws_vpc',
      name: 'main',
      instances: [{ attributes: { id: 'vpc-1' } }],
    },
    {
      mode: 'managed',
      type: 'aws_kms_key',
      name: 'key',
      instances: [
        { index_key: 'a', attributes: { arn: 'arn:a', id: '1' } },
        { index_key: 'b', attributes: { arn: 'arn:b', id: '2' } },
      ],
    },
    { mode: 'managed', type: 'aws_iam_role', name: 'r', instances: [{ attributes: { arn: 'r' } }] },
    { mode: 'data', type: 'aws_vpc', name: 'other', instances: [{ attributes: { id: 'vpc-2' } }] },
  ],
});

test('reads what of a state must survive, and what AWS knows it by', () => {
  expect(statefulIn(STATE)).toEqual([
    { address: 'aws_kms_key.key["a"]', type: 'aws_kms_key', identity: 'arn:a' },
    { address: 'aws_kms_key.key["b"]', type: 'aws_kms_key', identity: 'arn:b' },
    { address: 'aws_vpc.main', type: 'aws_vpc', identity: 'vpc-1' },
  ]);
});

test('counts the resources of a state', () => {
  expect(countIn(STATE)).toBe(4);
});

test('counts what exists by kind', () => {
  const left = ['kms 1/eu-west-1 keys/a', 'kms 1/eu-west-1 keys/b', 'iam 1/aws roles/x/y'];

  expect([...kindsOf(left)]).toEqual([
    ['kms 1/eu-west-1 keys', 2],
    ['iam 1/aws roles', 1],
  ]);
});

test('tells of what there is more and of what there is less', () => {
  const before = new Map([
    ['keys', 2],
    ['roles', 1],
    ['topics', 1],
  ]);
  const after = new Map([
    ['keys', 3],
    ['roles', 1],
    ['vpcs', 2],
  ]);

  expect(differenceOf(before, after)).toEqual([
    '1 more of keys',
    '1 fewer of topics',
    '2 more of vpcs',
  ]);
});
