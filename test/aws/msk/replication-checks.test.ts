import { Token } from 'cdktf';
import type { Replication } from '../../../lib/aws/msk/replication-checks';
import { assertReplication } from '../../../lib/aws/msk/replication-checks';

const NEAR = 'arn:aws:kafka:eu-west-1:111122223333:cluster/b/2';
const FAR = 'arn:aws:kafka:us-east-1:111122223333:cluster/a/1';
const target = { clusterArn: NEAR, subnetIds: ['c', 'd'], securityGroupIds: ['sg-1'] };
const OK: Replication = {
  name: 'orders',
  source: { clusterArn: FAR, subnetIds: ['a', 'b'] },
  target,
  topics: ['orders'],
};
const token = Token.asString({ resolve: () => 'x' });
const check = (props: Partial<Replication>) => (): void => {
  assertReplication({ node: { path: 'Replicator' } }, { ...OK, ...props });
};

test.each<[string, Partial<Replication>]>([
  ['from another region', {}],
  ['with the longest name', { name: 'a'.repeat(128) }],
  [
    'inside a region',
    {
      source: {
        clusterArn: NEAR.replace('/2', '/3'),
        subnetIds: ['a', 'b'],
        securityGroupIds: ['sg-2'],
      },
    },
  ],
  [
    'between clusters only Terraform knows',
    { source: { clusterArn: token, subnetIds: ['a', 'b'] } },
  ],
])('copies %s', (_, props) => {
  expect(check(props)).not.toThrow();
});

test.each<[Partial<Replication>, string]>([
  [
    { name: 'a_b' },
    "name 'a_b' is not a replicator (1 to 128 letters, digits and hyphens, alphanumeric first); rename it within these bounds",
  ],
  [
    { name: 'a'.repeat(129) },
    `name '${'a'.repeat(129)}' is not a replicator (1 to 128 letters, digits and hyphens, alphanumeric first); rename it within these bounds`,
  ],
  [{ topics: [] }, 'topics is empty, 1 or more is needed; name the topics to copy'],
  [
    { topics: ['a b'] },
    "topics 'a b' is not a Kafka topic (letters, digits, _ . -, but not . or .. alone); rename it within these bounds",
  ],
  [
    { source: { clusterArn: FAR, subnetIds: ['a'] } },
    'source.subnetIds has 1 entries, 2 or more are needed; pass one subnet per zone',
  ],
  [
    { target: { ...target, subnetIds: ['a'] } },
    'target.subnetIds has 1 entries, 2 or more are needed; pass one subnet per zone',
  ],
  [
    { target: { clusterArn: NEAR, subnetIds: ['a', 'b'] } },
    'target.securityGroupIds is empty, 1 or more is needed to reach the cluster; pass a group the cluster lets in on port 9098',
  ],
  [
    { source: { clusterArn: NEAR.replace('/2', '/3'), subnetIds: ['a', 'b'] } },
    'source.securityGroupIds is empty, 1 or more is needed to reach the cluster; pass a group the cluster lets in on port 9098',
  ],
  [
    { source: { clusterArn: NEAR, subnetIds: ['a', 'b'] } },
    'source.clusterArn is target.clusterArn, a cluster cannot be copied to itself; pass two clusters',
  ],
  [
    { source: { clusterArn: FAR.replace('111122223333', '444455556666'), subnetIds: ['a', 'b'] } },
    'source.clusterArn is of account 444455556666, the target of 111122223333, a replicator stays in one; pass clusters of one account',
  ],
])('%j is refused', (props, message) => {
  expect(check(props)).toThrow(`[Replicator] ${message}`);
});
