import type { ImageReplicationProps } from '../../../lib/aws/ecr/image-replication';
import { ImageReplication } from '../../../lib/aws/ecr/image-replication';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: ImageReplicationProps = {
  account: '111122223333',
  regions: ['us-east-1', 'eu-west-1'],
  prefixes: ['shop/'],
};
const many = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `x-${index}`);

test('images whose names begin so are copied to the regions', () => {
  expect(
    only(
      synthOne((scope) => new ImageReplication(scope, 'R', PROPS)),
      'aws_ecr_replication_configuration',
    ),
  ).toMatchObject({
    replication_configuration: {
      rule: [
        {
          destination: [
            { region: 'us-east-1', registry_id: '111122223333' },
            { region: 'eu-west-1', registry_id: '111122223333' },
          ],
          repository_filter: [{ filter: 'shop/', filter_type: 'PREFIX_MATCH' }],
        },
      ],
    },
  });
});

test.each([{ regions: many(25) }, { prefixes: many(100) }])('takes %j', (props) => {
  expect(
    thrownBy((scope) => new ImageReplication(scope, 'R', { ...PROPS, ...props })),
  ).not.toThrow();
});

test.each([
  [{ regions: [] }, 'regions has 0 entries, a rule takes 1 to 25; name that many regions'],
  [{ regions: many(26) }, 'regions has 26 entries, a rule takes 1 to 25; name that many regions'],
  [{ prefixes: [] }, 'prefixes has 0 entries, a rule takes 1 to 100; name that many prefixes'],
  [
    { prefixes: many(101) },
    'prefixes has 101 entries, a rule takes 1 to 100; name that many prefixes',
  ],
  [{ account: 'x' }, "account is 'x', an account id has 12 digits; pass the id of the AWS account"],
])('refuses %j', (props, problem) => {
  expect(thrownBy((scope) => new ImageReplication(scope, 'R', { ...PROPS, ...props }))).toThrow(
    `[test/R] ${problem}`,
  );
});
