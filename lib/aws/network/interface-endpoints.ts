import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { Construct } from 'constructs';
import { PlatformError } from '../../core/errors';
import { knownLength } from '../checks';
import type { EndpointHome } from './endpoint-policy';
import { renderEndpointPolicy, renderStsEndpointPolicy } from './endpoint-policy';
import { ServiceSecurityGroup } from './service-security-group';

/** A service reached by an interface endpoint, as the end of its endpoint service's name. */
export type InterfaceEndpointService =
  'ecr.api' | 'ecr.dkr' | 'eks-auth' | 'kms' | 'logs' | 'secretsmanager' | 'ssm' | 'sts';

/** What `InterfaceEndpoints` are made of. */
export interface InterfaceEndpointsProps {
  /** What the Name tags begin with, and the name of the security group after `-endpoints` is added to it. */
  readonly name: string;
  /** VPC of the endpoints; it resolves and hands out DNS names. */
  readonly vpcId: string;
  /** Subnets the endpoints have an address in, one a zone, 1 or more; each costs by the hour, for each service. */
  readonly subnetIds: readonly string[];
  /**
   * The services.
   * @default - `INTERFACE_ENDPOINT_SERVICES`, what nodes and pods of a cluster call all the time
   */
  readonly services?: readonly InterfaceEndpointService[];
  /**
   * Address ranges of clients, for example that of the VPC.
   * @default - none
   */
  readonly clientCidrs?: readonly string[];
  /**
   * Security groups of clients, by a stable logical name that becomes part of the rule's address.
   * @default - none
   */
  readonly clientSecurityGroupIds?: Readonly<Record<string, string>>;
}

/** What nodes and pods of a cluster call all the time: images, credentials, secrets, parameters, logs and keys. */
export const INTERFACE_ENDPOINT_SERVICES: readonly InterfaceEndpointService[] = [
  'ecr.api',
  'ecr.dkr',
  'eks-auth',
  'kms',
  'logs',
  'secretsmanager',
  'ssm',
  'sts',
];

/**
 * Ways to AWS services that do not leave the VPC, open to principals of the account only.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * @example
 * new InterfaceEndpoints(this, 'Endpoints', {
 *   name: 'shop-staging',
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1'],
 *   services: ['ecr.api', 'ecr.dkr'],
 *   clientCidrs: ['10.0.0.0/16'],
 * });
 */
export class InterfaceEndpoints extends Construct {
  /** Ids of the endpoints, by service. */
  public readonly endpointIds: Readonly<Partial<Record<InterfaceEndpointService, string>>>;
  /** Security group of the endpoints. */
  public readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: InterfaceEndpointsProps) {
    super(scope, id);
    const { name, vpcId, subnetIds, services = INTERFACE_ENDPOINT_SERVICES } = props;
    const { clientCidrs = [], clientSecurityGroupIds = {} } = props;
    assertServices(this, services);
    assertSubnetsAndClients(this, subnetIds, clientCidrs, clientSecurityGroupIds);

    this.securityGroupId = new ServiceSecurityGroup(this, 'Guard', {
      name: `${name}-endpoints`,
      description: `Interface endpoints of ${name}`,
      vpcId,
      port: 443,
      clientSecurityGroupIds,
      clientCidrs,
    }).securityGroupId;
    const region = new DataAwsRegion(this, 'Region').id;
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    this.endpointIds = Object.fromEntries(
      services.map((service) => [
        service,
        new VpcEndpoint(this, service, {
          vpcId,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: 'Interface',
          subnetIds: [...subnetIds],
          securityGroupIds: [this.securityGroupId],
          privateDnsEnabled: true,
          policy: renderPolicyOf(service, { account, region }),
          tags: { Name: `${name}-${service}` },
        }).id,
      ]),
    );
  }
}

/** No document says that the endpoint of Pod Identity takes a policy, and one that does not refuses to be created with it. */
function renderPolicyOf(service: InterfaceEndpointService, home: EndpointHome): string | undefined {
  if (service === 'eks-auth') return undefined;
  return service === 'sts' ? renderStsEndpointPolicy(home) : renderEndpointPolicy(home);
}

function assertServices(scope: Construct, services: readonly InterfaceEndpointService[]): void {
  if (services.length === 0) {
    throw new PlatformError(
      scope,
      'services has 0 entries, 1 or more are needed',
      'name a service, or leave the construct out',
    );
  }
  const repeated = services.find((service, index) => services.indexOf(service) !== index);
  if (repeated === undefined) return;
  throw new PlatformError(
    scope,
    `services has '${repeated}' twice, a VPC has one endpoint a service`,
    'name it once',
  );
}

function assertSubnetsAndClients(
  scope: Construct,
  subnetIds: readonly string[],
  clientCidrs: readonly string[],
  clientSecurityGroupIds: Readonly<Record<string, string>>,
): void {
  if (knownLength(subnetIds) === 0) {
    throw new PlatformError(
      scope,
      'subnetIds has 0 entries, 1 or more are needed',
      'pass one subnet per zone',
    );
  }
  if (clientCidrs.length > 0 || Object.keys(clientSecurityGroupIds).length > 0) return;
  throw new PlatformError(
    scope,
    'clientCidrs and clientSecurityGroupIds are empty, so nobody could use the endpoints',
    'pass the range of the VPC, or a security group',
  );
}
