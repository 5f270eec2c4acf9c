import { Token } from 'cdktf';
import { assertTrailName } from '../../../lib/aws/cloudtrail/trail-name';

const SCOPE = { node: { path: 'Audit' } };
const check = (name: string) => () => {
  assertTrailName(SCOPE, name);
};

test.each([
  'abc',
  'x'.repeat(128),
  'shop-production',
  'Shop_1.audit',
  '1.2.3',
  Token.asString({ name: 'known to Terraform' }),
])('%s is the name of a trail', (name) => {
  expect(check(name)).not.toThrow();
});

test.each([
  'ab',
  'x'.repeat(129),
  'shop--production',
  'shop-_production',
  '-shop',
  'shop-',
  'shop production',
  '192.168.5.4',
])('%s is refused', (name) => {
  expect(check(name)).toThrow(
    `[Audit] name '${name}' is not the name of a trail (3 to 128 letters and digits, with single -_. between them, no IP address); rename it within these bounds`,
  );
});
