import type { InterfaceEndpointsProps } from '../../../lib/aws/network/interface-endpoints';
import {
  INTERFACE_ENDPOINT_SERVICES,
  InterfaceEndpoints,
} from '../../../lib/aws/network/interface-endpoints';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const PROPS: InterfaceEndpointsProps = {
  name: 'shop',
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  clientCidrs: ['10.0.0.0/16'],
};
const synth = (props: Partial<InterfaceEndpointsProps> = {}): SynthesizedStack =>
  synthOne((scope) => new InterfaceEndpoints(scope, 'Endpoints', { ...PROPS, ...props }));
const endpoints = (stack: SynthesizedStack): readonly Block[] => all(stack, 'aws_vpc_endpoint');
const services = (stack: SynthesizedStack): readonly string[] =>
  endpoints(stack).map(({ service_name: name }) => String(name).replace(/^.*\}\./, ''));
const refused = (props: Partial<InterfaceEndpointsProps>) =>
  thrownBy((scope) => new InterfaceEndpoints(scope, 'Endpoints', { ...PROPS, ...props }));

test('what nodes and pods call all the time has an endpoint', () => {
  expect(services(synth())).toEqual([
    'ecr.api',
    'ecr.dkr',
    'eks-auth',
    'kms',
    'logs',
    'secretsmanager',
    'ssm',
    'sts',
  ]);
  expect(services(synth())).toEqual(INTERFACE_ENDPOINT_SERVICES);
});

test('only the services that are asked for have one', () => {
  expect(services(synth({ services: ['sts', 'kms'] }))).toEqual(['kms', 'sts']);
});

test('an endpoint answers to the name of its service, in each subnet, behind the group', () => {
  const stack = synth({ services: ['kms'] });

  expect(only(stack, 'aws_vpc_endpoint')).toMatchObject({
    vpc_id: 'vpc-1',
    service_name: expect.stringMatching(
      /^com\.amazonaws\.\$\{data\.aws_region\..+\.id\}\.kms$/,
    ) as string,
    vpc_endpoint_type: 'Interface',
    subnet_ids: ['subnet-1', 'subnet-2'],
    private_dns_enabled: true,
    security_group_ids: [expect.stringMatching(/^\$\{aws_security_group\..+\.id\}$/)],
    tags: { Name: 'shop-kms' },
  });
});

test('clients reach them by TLS', () => {
  const stack = synth({ clientSecurityGroupIds: { cluster: 'sg-1' } });

  expect(only(stack, 'aws_security_group')).toMatchObject({
    name: 'shop-endpoints',
    description: 'Interface endpoints of shop',
  });
  expect(all(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject([
    { cidr_ipv4: '10.0.0.0/16', from_port: 443, to_port: 443 },
    { referenced_security_group_id: 'sg-1', from_port: 443, to_port: 443 },
  ]);
});

test('each serves principals of the account, but Pod Identity, which takes no policy', () => {
  const stack = synth();
  const without = endpoints(stack).filter(({ policy }) => policy === undefined);

  expect(without).toMatchObject([{ tags: { Name: 'shop-eks-auth' } }]);
  for (const endpoint of endpoints(stack).filter((each) => !without.includes(each))) {
    expect(policyOf(endpoint)).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Condition: {
            StringEquals: {
              'aws:PrincipalAccount': expect.stringMatching(/aws_caller_identity/) as string,
            },
          },
        }),
      ]) as unknown,
    });
  }
});

test.each([
  ['sts', ['OwnPrincipals', 'FederatedIntoOwnRoles']],
  ['ssm', ['OwnPrincipals']],
] as const)('the policy of %s has the statements %j', (service, sids) => {
  const { Statement } = policyOf(only(synth({ services: [service] }), 'aws_vpc_endpoint')) as {
    readonly Statement: readonly { readonly Sid: string }[];
  };

  expect(Statement.map(({ Sid }) => Sid)).toEqual(sids);
});

test('exposes its endpoints by service, and their group', () => {
  let made: InterfaceEndpoints | undefined;
  synthOne((scope) => {
    made = new InterfaceEndpoints(scope, 'Endpoints', { ...PROPS, services: ['ecr.api'] });
  });

  expect(Object.keys(made?.endpointIds ?? {})).toEqual(['ecr.api']);
  expect(made?.securityGroupId).toBeDefined();
});

test.each<[string, Partial<InterfaceEndpointsProps>, string]>([
  [
    'no service',
    { services: [] },
    'services has 0 entries, 1 or more are needed; name a service, or leave the construct out',
  ],
  [
    'a service twice',
    { services: ['kms', 'sts', 'kms'] },
    "services has 'kms' twice, a VPC has one endpoint a service; name it once",
  ],
  [
    'no subnet',
    { subnetIds: [] },
    'subnetIds has 0 entries, 1 or more are needed; pass one subnet per zone',
  ],
  [
    'no client',
    { clientCidrs: undefined },
    'clientCidrs and clientSecurityGroupIds are empty, so nobody could use the endpoints; pass the range of the VPC, or a security group',
  ],
])('refuses %s', (_, props, message) => {
  expect(refused(props)).toThrow(`[test/Endpoints] ${message}`);
});

test('a single subnet, and a security group as the only client, are enough', () => {
  const stack = synth({
    subnetIds: ['subnet-1'],
    clientCidrs: undefined,
    clientSecurityGroupIds: { cluster: 'sg-1' },
  });

  expect(endpoints(stack)).toHaveLength(8);
});
