import { rolesExpected } from '../../../../scripts/verify/emulator/prepare-account';
import type { Json } from '../../../../scripts/verify/stack-files';

const ACCOUNT = '111122223333';

function stack(resource: Json) {
  return {
    name: 'shop-staging-cluster',
    content: { provider: { aws: [{ allowed_account_ids: [ACCOUNT] }] }, resource },
  };
}

function entry(principal: string): Json {
  return { aws_eks_access_entry: { admins: { principal_arn: principal } } };
}

test('expects the role that is let into a cluster and that no stack makes', () => {
  const stacks = [stack(entry(`arn:aws:iam::${ACCOUNT}:role/people/administrator`))];

  expect(rolesExpected(stacks)).toEqual([{ account: ACCOUNT, name: 'administrator' }]);
});

test('expects a role once', () => {
  const one = stack(entry(`arn:aws:iam::${ACCOUNT}:role/administrator`));

  expect(rolesExpected([one, one])).toHaveLength(1);
});

test('expects no role that another stack makes', () => {
  const stacks = [
    stack(entry(`arn:aws:iam::${ACCOUNT}:role/node`)),
    stack({ aws_iam_role: { node: { name: 'node' } } }),
  ];

  expect(rolesExpected(stacks)).toEqual([]);
});

test.each([
  ['a reference', '${aws_iam_role.node.arn}'],
  ['a role of another account', 'arn:aws:iam::444455556666:role/administrator'],
  ['a user', `arn:aws:iam::${ACCOUNT}:user/somebody`],
])('expects nothing of %s', (_what, principal) => {
  expect(rolesExpected([stack(entry(principal))])).toEqual([]);
});
