import { Lazy } from 'cdktf';
import {
  assertAccount,
  assertStatements,
  packStatements,
  renderWithin,
} from '../../../lib/aws/iam/role-parts';
import { renderPolicy } from '../../../lib/aws/iam/policy-document';

const HERE = { node: { path: 'test/Here' } };
const read = (sid: string) => ({
  sid,
  actions: ['s3:GetObject'],
  resources: ['arn:aws:s3:::orders/*'],
});
const ONE = renderPolicy([read('One')]).length;
const TWO = renderPolicy([read('One'), read('Two')]).length;

test('statements are refused in the words of the policy', () => {
  expect(() => {
    assertStatements(HERE, [read('a b')]);
  }).toThrow(
    "[test/Here] statement 'a b' has a sid that is not letters and digits; write it in PascalCase",
  );
  expect(() => {
    assertStatements(HERE, [read('One')]);
  }).not.toThrow();
});

test('a policy is rendered when it fits to the character, and refused beyond', () => {
  expect(renderWithin(HERE, [read('One')], ONE)).toBe(renderPolicy([read('One')]));
  expect(() => renderWithin(HERE, [read('One')], ONE - 1)).toThrow(
    `[test/Here] the policy has ${ONE} characters, IAM takes ${ONE - 1}; name fewer regions, services or statements`,
  );
});

test('white space does not count', () => {
  const spaced = { ...read('One'), resources: ['arn:aws:s3:::a b'] };
  const length = renderPolicy([spaced]).length;

  expect(() => renderWithin(HERE, [spaced], length - 1)).not.toThrow();
  expect(() => renderWithin(HERE, [spaced], length - 2)).toThrow('characters');
});

test('statements share a policy as long as it fits', () => {
  const [one, two, three] = [read('One'), read('Two'), read('Three')];

  expect(packStatements([one, two, three], TWO)).toEqual([[one, two], [three]]);
  expect(packStatements([one, two], TWO - 1)).toEqual([[one], [two]]);
  expect(packStatements([one], 1)).toEqual([[one]]);
  expect(packStatements([], TWO)).toEqual([]);
});

test('a statement that does not fit goes on in the next policy, every resource in one of them', () => {
  const resources = ['a', 'b', 'c', 'd', 'e'].map((name) => `arn:aws:s3:::${name}`);
  const long = { ...read('Long'), resources };
  const max = renderPolicy([read('One'), { ...long, resources: resources.slice(0, 2) }]).length;

  expect(packStatements([read('One'), long], max)).toEqual([
    [read('One'), { ...long, resources: resources.slice(0, 2) }],
    [{ ...long, sid: 'Long2', resources: resources.slice(2) }],
  ]);
});

test('a statement of many policies is numbered through, and parts too long stand alone', () => {
  const long = { ...read('Long'), resources: ['arn:1', 'arn:2', 'arn:3'] };

  expect(packStatements([long], 1)).toEqual([
    [{ ...long, resources: ['arn:1'] }],
    [{ ...long, sid: 'Long2', resources: ['arn:2'] }],
    [{ ...long, sid: 'Long3', resources: ['arn:3'] }],
  ]);
});

test.each(['11112222333', '1111222233334', 'production'])('%s is no account', (account) => {
  expect(() => {
    assertAccount(HERE, 'account', account);
  }).toThrow(
    `[test/Here] account is '${account}', an account id has 12 digits; pass the id of the AWS account`,
  );
});

test('twelve digits are an account, and so may be what only Terraform knows', () => {
  expect(() => {
    assertAccount(HERE, 'account', '111122223333');
    assertAccount(HERE, 'account', Lazy.stringValue({ produce: () => 'x' }));
  }).not.toThrow();
});
