import { planSystem } from '../../../../lib/plan';
import { readObjects } from '../../../../lib/proof';
import { seedFaults } from '../../../../scripts/verify/faults/seed-faults';
import { openValidator } from '../../../../scripts/verify/kubernetes/validator';
import { parseSchemas } from '../../../../scripts/verify/schema-check';
import { system } from '../../../../systems/shop/system';
import { SCHEMAS } from '../kubernetes/schema-fixture';

const PROVIDERS = parseSchemas(
  JSON.stringify({
    provider_schemas: {
      'x/hashicorp/aws': {
        resource_schemas: {
          aws_iam_role_policy: {
            block: {
              attributes: {
                role: { required: true, type: 'string' },
                policy: { required: true, type: 'string' },
              },
            },
          },
          aws_iam_role: {
            block: { attributes: { name: { optional: true, type: 'string' }, arn: {} } },
          },
        },
      },
    },
  }),
);
const STATEMENT = { Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:x'] };
const STACK = {
  resource: {
    aws_iam_role: { r: { name: 'r' } },
    aws_iam_role_policy: {
      p: {
        role: '${aws_iam_role.r.name}',
        policy: JSON.stringify({ Statement: [STATEMENT] }),
      },
    },
    terraform_data: { x: { input: 1 } },
  },
};
const MANIFEST = `apiVersion: v1
kind: Pod
metadata: { name: a, namespace: n }
spec: { cpu: 100m }
---
apiVersion: v1
kind: Unknown
metadata: { name: b, namespace: n }
`;

function seed(stack: object, oneOf = 1) {
  const stacks = [{ name: 's', folder: '/s', content: { ...stack } }];
  const emitted = readObjects([{ path: 'live/eu/a.yaml', text: MANIFEST }]);
  return seedFaults({
    ...{ stacks, emitted, oneOf, plan: planSystem(system), schemas: PROVIDERS },
    validator: openValidator(SCHEMAS),
    progress: () => undefined,
  });
}

test('faults are put into both halves, and those of schema, type and reference are all found', async () => {
  const { results, notJudged } = await seed(STACK);

  expect(notJudged).toEqual(['v1/Unknown']);
  expect(results.map(({ name, total, killed }) => `${name} ${killed}/${total}`)).toEqual([
    'change the type of an argument 3/3',
    'misspell an argument 3/3',
    'drop a required argument 2/2',
    'break a reference of a stack 2/2',
    'widen what a stack allows 2/3',
    'corrupt an expression 6/6',
    'drop a required field 5/5',
    'change the type of a field 6/6',
    'misspell a field 7/7',
    'break a reference between objects 1/1',
  ]);
  expect(results.flatMap(({ survivors }) => survivors)).toEqual([
    {
      what: 'aws_iam_role_policy policy A: one action more',
      count: 1,
      example: 's aws_iam_role_policy.p policy',
    },
  ]);
});

test('what is wrong before any fault is told', async () => {
  const policy = { role: '${aws_iam_role.gone.name}', policy: '{}' };
  const { wrongBefore } = await seed({ resource: { aws_iam_role_policy: { p: policy } } });

  expect(wrongBefore[0]).toBe('[s aws_iam_role_policy.p] it is wrong before any fault (reference)');
});

test('a share of the faults is a share of each operator', async () => {
  const { results } = await seed(STACK, 3);

  expect(results.find(({ name }) => name === 'corrupt an expression')?.total).toBe(2);
  expect(results.find(({ name }) => name === 'drop a required field')?.total).toBe(2);
});
