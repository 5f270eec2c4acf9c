import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { NetworkPeering, type PeeredNetwork } from '../../../lib/aws/network/network-peering';
import { all, only, synthOne, thrownBy } from '../one-stack';

const LOCAL: PeeredNetwork = {
  ...{ vpcId: 'vpc-1', cidr: '10.0.0.0/16' },
  subnetIds: ['subnet-1', 'subnet-2'],
};

function peering(local: Partial<PeeredNetwork> = {}) {
  return (stack: Parameters<Parameters<typeof synthOne>[0]>[0]): void => {
    const provider = new AwsProvider(stack, 'Other', { region: 'us-east-1', alias: 'other' });
    new NetworkPeering(stack, 'Way', {
      name: 'hub',
      local: { ...LOCAL, ...local },
      remote: {
        ...{ vpcId: 'vpc-2', cidr: '10.1.0.0/16', subnetIds: ['subnet-3'] },
        ...{ region: 'us-east-1', provider },
      },
    });
  };
}

test('one side asks and the other accepts, each in its region', () => {
  const stack = synthOne(peering());

  expect(only(stack, 'aws_vpc_peering_connection')).toMatchObject({
    vpc_id: 'vpc-1',
    peer_vpc_id: 'vpc-2',
    peer_region: 'us-east-1',
    auto_accept: false,
  });
  expect(only(stack, 'aws_vpc_peering_connection')).not.toHaveProperty('provider');
  expect(only(stack, 'aws_vpc_peering_connection_accepter')).toMatchObject({
    auto_accept: true,
    provider: 'aws.other',
  });
});

test('every subnet finds the other network, once it is agreed', () => {
  const routes = all(synthOne(peering()), 'aws_route');

  expect(routes.map(({ destination_cidr_block: to, provider }) => [to, provider])).toEqual([
    ['10.1.0.0/16', undefined],
    ['10.1.0.0/16', undefined],
    ['10.0.0.0/16', 'aws.other'],
  ]);
  for (const { vpc_peering_connection_id: connection } of routes)
    expect(connection).toMatch(/^\$\{aws_vpc_peering_connection_accepter\./);
});

test.each([
  [
    '10.0.0.0/8',
    "local.cidr '10.0.0.0/8' overlaps remote.cidr '10.1.0.0/16'; give one of the networks another address range",
  ],
  ['10.1.0.0', "local.cidr '10.1.0.0' is not"],
])('fails if the local network is %s', (cidr, problem) => {
  expect(thrownBy(peering({ cidr }))).toThrow(problem);
});
