import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { documentStatements, statementsOf } from '../../../lib/aws/policy/statements';

const EMPTY = { actions: [], resources: [], principals: [], inverted: [], conditions: new Map() };

describe('the statements of a text', () => {
  test('are read whether they are one or many', () => {
    const one = {
      Sid: 'One',
      Effect: 'Allow',
      Action: 'a:B',
      Resource: ['r'],
      Principal: { AWS: ['1'], Service: 's' },
    };
    const read = {
      ...EMPTY,
      name: 'One',
      allows: true,
      actions: ['a:B'],
      resources: ['r'],
      principals: ['1', 's'],
    };

    expect(statementsOf(JSON.stringify({ Statement: one }))).toEqual([read]);
    expect(
      statementsOf(JSON.stringify({ Statement: [one, { Effect: 'Deny', NotAction: 'x' }] })),
    ).toEqual([read, { ...EMPTY, name: '2', allows: false, inverted: ['NotAction'] }]);
  });

  test('have the keys of their conditions in lower case', () => {
    const Condition = {
      Bool: { 'aws:SecureTransport': 'false' },
      StringEquals: { 'S3:x': ['a', 'b'] },
    };

    expect(
      statementsOf(JSON.stringify({ Statement: [{ Effect: 'Deny', Condition }] }))[0]?.conditions,
    ).toEqual(
      new Map([
        ['aws:securetransport', ['false']],
        ['s3:x', ['a', 'b']],
      ]),
    );
  });

  test.each([[undefined], ['not JSON'], ['[]'], ['null'], ['{}'], [42]])(
    'of %p are none',
    (text) => {
      expect(statementsOf(text)).toEqual([]);
    },
  );
});

test('the statements of a document are read the same', () => {
  const stack = new TerraformStack(Testing.app(), 'test');
  const { listValue } = new TerraformVariable(stack, 'unknown', {});
  const document = new DataAwsIamPolicyDocument(stack, 'Document', {
    statement: [
      {
        sid: 'One',
        actions: ['a:B'],
        resources: listValue,
        principals: [{ type: 'AWS', identifiers: ['1'] }],
        condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      },
      {
        effect: 'Deny',
        notActions: ['x'],
        notResources: ['y'],
        notPrincipals: [{ type: 'AWS', identifiers: ['z'] }],
      },
    ],
  });

  expect(documentStatements(document)).toEqual([
    {
      ...EMPTY,
      name: 'One',
      allows: true,
      actions: ['a:B'],
      principals: ['1'],
      conditions: new Map([['aws:securetransport', ['false']]]),
    },
    { ...EMPTY, name: '2', allows: false, inverted: ['NotAction', 'NotResource', 'NotPrincipal'] },
  ]);
});
