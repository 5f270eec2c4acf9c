import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import type { Construct } from 'constructs';
import { ServiceSecurityGroup } from '../network/service-security-group';

/** Where a database stands and who may reach it. */
export interface DatabaseNetworkProps {
  /** Identifier of the database. */
  readonly name: string;
  /** VPC of the database. */
  readonly vpcId: string;
  /** Subnets of the database, one a zone. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients, by a stable logical name. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
}

/** What a cluster and an instance are told of their network. */
export interface DatabaseNetwork {
  /** Name of the subnet group. */
  readonly dbSubnetGroupName: string;
  /** The security group. */
  readonly vpcSecurityGroupIds: string[];
  /** The port it listens on. */
  readonly port: number;
}

/** The port PostgreSQL listens on. */
export const POSTGRES_PORT = 5432;

/** Adds the subnet group and the security group of a database to its construct. */
export function addDatabaseNetwork(
  database: Construct,
  { name, vpcId, subnetIds, clientSecurityGroupIds }: DatabaseNetworkProps,
): DatabaseNetwork {
  const guard = new ServiceSecurityGroup(database, 'Guard', {
    name: `${name}-postgres`,
    description: `Database ${name}`,
    vpcId,
    port: POSTGRES_PORT,
    clientSecurityGroupIds,
  });
  const subnets = new DbSubnetGroup(database, 'Subnets', {
    name,
    subnetIds: [...subnetIds],
    tags: { Name: name },
  });
  return {
    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [guard.securityGroupId],
    port: POSTGRES_PORT,
  };
}
