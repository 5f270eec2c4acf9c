import { Token } from 'cdktf';
import { assertBuckets, selectEvents } from '../../../lib/aws/cloudtrail/trail-events';

const SCOPE = { node: { path: 'Audit' } };
const check = (arns: readonly string[]) => () => {
  assertBuckets(SCOPE, arns, 'example-audit');
};
const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-${index}`);

test('without buckets nothing is selected: a trail records management events by itself', () => {
  expect(selectEvents([])).toBeUndefined();
});

test('objects of buckets are selected beside management events, which a selection would leave out', () => {
  expect(selectEvents(['arn:aws:s3:::one', 'arn:aws:s3:::two'])).toEqual([
    {
      name: 'Management events',
      fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }],
    },
    {
      name: 'Objects',
      fieldSelector: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
        { field: 'resources.ARN', startsWith: ['arn:aws:s3:::one/', 'arn:aws:s3:::two/'] },
      ],
    },
  ]);
});

test('a selection of as many buckets as may be has the 500 values of a trail', () => {
  const arns = many(497);
  const values = (selectEvents(arns) ?? []).flatMap(({ fieldSelector }) =>
    (fieldSelector as readonly { equalTo?: string[]; startsWith?: string[] }[]).flatMap(
      ({ equalTo = [], startsWith = [] }) => [...equalTo, ...startsWith],
    ),
  );

  expect(check(arns)).not.toThrow();
  expect(values).toHaveLength(500);
});

test.each([
  [[]],
  [['arn:aws:s3:::example-receipts', 'arn:aws-cn:s3:::example-audit-2']],
  [[Token.asString({ arn: 'known to Terraform' }), Token.asString({ arn: 'known to Terraform' })]],
])('%j are buckets', (arns) => {
  expect(check(arns)).not.toThrow();
});

test.each([
  [many(498), 'objectsOf has 498 buckets, a trail has at most 497; leave out those whose objects'],
  [
    ['example-receipts'],
    "objectsOf has 'example-receipts', which is not the ARN of a bucket; write it like 'arn:aws:s3:::example-receipts'",
  ],
  [
    ['arn:aws:s3:::example-receipts/*'],
    "objectsOf has 'arn:aws:s3:::example-receipts/*', which is not the ARN of a bucket",
  ],
  [['arn:aws:s3:::*'], "objectsOf has 'arn:aws:s3:::*', which is not the ARN of a bucket"],
  [
    ['arn:aws:s3:::one', 'arn:aws:s3:::two', 'arn:aws:s3:::one'],
    "objectsOf has 'arn:aws:s3:::one' twice; leave one of them out",
  ],
  [
    ['arn:aws:s3:::example-audit'],
    "objectsOf has 'arn:aws:s3:::example-audit', the bucket of the trail itself, where each file would cause another; leave it out",
  ],
])('%j are refused', (arns, message) => {
  expect(check(arns)).toThrow(`[Audit] ${message}`);
});
