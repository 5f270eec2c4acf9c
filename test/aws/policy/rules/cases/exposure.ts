import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { DmsReplicationInstance } from '@cdktf/provider-aws/lib/dms-replication-instance';
import { EksCluster, type EksClusterVpcConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { LambdaFunctionUrl } from '@cdktf/provider-aws/lib/lambda-function-url';
import {
  LambdaPermission,
  type LambdaPermissionConfig,
} from '@cdktf/provider-aws/lib/lambda-permission';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { MskCluster } from '@cdktf/provider-aws/lib/msk-cluster';
import { NeptuneClusterInstance } from '@cdktf/provider-aws/lib/neptune-cluster-instance';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RedshiftCluster } from '@cdktf/provider-aws/lib/redshift-cluster';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketAcl } from '@cdktf/provider-aws/lib/s3-bucket-acl';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-aws/lib/security-group-rule';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import {
  VpcSecurityGroupIngressRule,
  type VpcSecurityGroupIngressRuleConfig,
} from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { TerraformStack } from 'cdktf';
import type { Build, Case } from '../../judged';

const NAME_WHO = 'name the security groups, the prefix list or the addresses that are meant';
const CLOSED = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

/** A type that is or is not on the internet by one argument. */
function flagCase(
  type: string,
  build: (stack: TerraformStack, publiclyAccessible?: boolean) => unknown,
): Case {
  return {
    type,
    fine: (stack) => build(stack),
    breach: (stack) => build(stack, true),
    says: 'publiclyAccessible is true, false is needed; set it to false, or leave it out',
  };
}

const eks = (stack: TerraformStack, vpcConfig: Partial<EksClusterVpcConfig>) =>
  new EksCluster(stack, 'R', {
    name: 'a',
    roleArn: 'r',
    vpcConfig: { subnetIds: [], ...vpcConfig },
  });
const msk = (stack: TerraformStack, type: string) =>
  new MskCluster(stack, 'R', {
    clusterName: 'a',
    kafkaVersion: '3.9.x',
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: {
      ...{ clientSubnets: [], instanceType: 'kafka.m7g.large', securityGroups: [] },
      connectivityInfo: { publicAccess: { type } },
    },
  });
/** A rule of a security group. */
export const rule = (stack: TerraformStack, more: Partial<VpcSecurityGroupIngressRuleConfig>) =>
  new VpcSecurityGroupIngressRule(stack, 'R', {
    securityGroupId: 'sg-1',
    ipProtocol: 'tcp',
    ...more,
  });
const oldRule = (
  stack: TerraformStack,
  type: string,
  cidrBlocks: string[],
  ipv6CidrBlocks?: string[],
) =>
  new SecurityGroupRule(stack, 'R', {
    ...{ securityGroupId: 'sg-1', protocol: 'tcp', fromPort: 443, toPort: 443 },
    ...{ type, cidrBlocks, ipv6CidrBlocks },
  });
const permission = (stack: TerraformStack, more: Partial<LambdaPermissionConfig>) =>
  new LambdaPermission(stack, 'R', { action: 'a', functionName: 'f', principal: '*', ...more });

const BUCKET: Build = (stack) => {
  const bucket = new S3Bucket(stack, 'R', {});
  new S3BucketPublicAccessBlock(stack, 'B', { bucket: bucket.bucket, ...CLOSED });
};

/** What the rule says of each type it knows. */
export const EXPOSURE_CASES: readonly Case[] = [
  {
    type: 'aws_vpc_security_group_ingress_rule',
    fine: (stack) => rule(stack, { cidrIpv4: '10.0.0.0/8' }),
    breach: (stack) => rule(stack, { cidrIpv4: '0.0.0.0/0' }),
    says: `cidrIpv4 is "0.0.0.0/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_vpc_security_group_ingress_rule',
    fine: (stack) => rule(stack, { cidrIpv6: 'fc00::/7' }),
    breach: (stack) => rule(stack, { cidrIpv6: '::/0' }),
    says: `cidrIpv6 is "::/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_vpc_security_group_ingress_rule',
    fine: (stack) => rule(stack, { prefixListId: 'pl-1' }),
    breach: (stack) => rule(stack, { cidrIpv4: '128.0.0.0/7' }),
    says: `cidrIpv4 is "128.0.0.0/7", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_security_group_rule',
    fine: (stack) => oldRule(stack, 'egress', ['0.0.0.0/0']),
    breach: (stack) => oldRule(stack, 'ingress', ['10.0.0.0/8', '0.0.0.0/0']),
    says: `a block is "0.0.0.0/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_security_group_rule',
    fine: (stack) => oldRule(stack, 'ingress', ['10.0.0.0/8']),
    breach: (stack) => oldRule(stack, 'ingress', [], ['::/0']),
    says: `a block is "::/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_security_group',
    fine: (stack) => new SecurityGroup(stack, 'R', { ingress: [{ cidrBlocks: ['10.0.0.0/8'] }] }),
    breach: (stack) => new SecurityGroup(stack, 'R', { ingress: [{ ipv6CidrBlocks: ['::/0'] }] }),
    says: `a block of ingress is "::/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_default_security_group',
    fine: (stack) => new DefaultSecurityGroup(stack, 'R', {}),
    breach: (stack) =>
      new DefaultSecurityGroup(stack, 'R', { ingress: [{ cidrBlocks: ['0.0.0.0/0'] }] }),
    says: `a block of ingress is "0.0.0.0/0", which admits the world; ${NAME_WHO}`,
  },
  {
    type: 'aws_lb',
    fine: (stack) => new Lb(stack, 'R', { loadBalancerType: 'network', securityGroups: ['sg-1'] }),
    breach: (stack) => new Lb(stack, 'R', { loadBalancerType: 'network' }),
    says: 'an internet-facing network load balancer has no securityGroups; pass security groups that admit only who is meant, or make it internal',
  },
  {
    type: 'aws_lb',
    fine: (stack) => new Lb(stack, 'R', { loadBalancerType: 'network', internal: true }),
    breach: (stack) => new Lb(stack, 'R', { loadBalancerType: 'network', securityGroups: [] }),
    says: 'an internet-facing network load balancer has no securityGroups; pass security groups that admit only who is meant, or make it internal',
  },
  {
    type: 'aws_s3_bucket',
    fine: BUCKET,
    breach: (stack) => new S3Bucket(stack, 'R', {}),
    says: 'no aws_s3_bucket_public_access_block of the stack names the bucket; add one that blocks all four ways',
  },
  ...(
    ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'] as const
  ).flatMap((flag) => [
    {
      type: 'aws_s3_bucket_public_access_block',
      fine: BUCKET,
      breach: (stack: TerraformStack) =>
        new S3BucketPublicAccessBlock(stack, 'R', { bucket: 'a', ...CLOSED, [flag]: undefined }),
      says: `${flag} is not set, true is needed; set it to true`,
    },
    {
      type: 'aws_s3_account_public_access_block',
      fine: (stack: TerraformStack) => new S3AccountPublicAccessBlock(stack, 'R', CLOSED),
      breach: (stack: TerraformStack) =>
        new S3AccountPublicAccessBlock(stack, 'R', { ...CLOSED, [flag]: false }),
      says: `${flag} is false, true is needed; set it to true`,
    },
  ]),
  {
    type: 'aws_s3_bucket_acl',
    fine: (stack) => new S3BucketAcl(stack, 'R', { bucket: 'a', acl: 'log-delivery-write' }),
    breach: (stack) => new S3BucketAcl(stack, 'R', { bucket: 'a', acl: 'public-read' }),
    says: `acl is "public-read"; leave it out: set the object ownership to 'BucketOwnerEnforced'`,
  },
  flagCase(
    'aws_db_instance',
    (stack, publiclyAccessible) =>
      new DbInstance(stack, 'R', { instanceClass: 'c', publiclyAccessible }),
  ),
  flagCase(
    'aws_rds_cluster_instance',
    (stack, publiclyAccessible) =>
      new RdsClusterInstance(stack, 'R', {
        ...{ clusterIdentifier: 'a', engine: 'e', instanceClass: 'c' },
        publiclyAccessible,
      }),
  ),
  flagCase(
    'aws_neptune_cluster_instance',
    (stack, publiclyAccessible) =>
      new NeptuneClusterInstance(stack, 'R', {
        clusterIdentifier: 'a',
        instanceClass: 'c',
        publiclyAccessible,
      }),
  ),
  flagCase(
    'aws_mq_broker',
    (stack, publiclyAccessible) =>
      new MqBroker(stack, 'R', {
        ...{
          brokerName: 'a',
          engineType: 'RabbitMQ',
          engineVersion: '3.13',
          hostInstanceType: 'mq.m5.large',
          user: [],
        },
        publiclyAccessible,
      }),
  ),
  flagCase(
    'aws_dms_replication_instance',
    (stack, publiclyAccessible) =>
      new DmsReplicationInstance(stack, 'R', {
        ...{ replicationInstanceClass: 'c', replicationInstanceId: 'a' },
        publiclyAccessible,
      }),
  ),
  {
    type: 'aws_redshift_cluster',
    fine: (stack) =>
      new RedshiftCluster(stack, 'R', {
        clusterIdentifier: 'a',
        nodeType: 'n',
        publiclyAccessible: false,
      }),
    breach: (stack) => new RedshiftCluster(stack, 'R', { clusterIdentifier: 'a', nodeType: 'n' }),
    says: 'publiclyAccessible is not set, false is needed; set it to false',
  },
  {
    type: 'aws_eks_cluster',
    fine: (stack) => eks(stack, { endpointPublicAccess: false }),
    breach: (stack) => eks(stack, { publicAccessCidrs: ['203.0.113.0/24'] }),
    says: 'vpcConfig.endpointPublicAccess is not set, false is needed; set it to false',
  },
  {
    type: 'aws_opensearch_domain',
    fine: (stack) =>
      new OpensearchDomain(stack, 'R', { domainName: 'a', vpcOptions: { subnetIds: ['s'] } }),
    breach: (stack) => new OpensearchDomain(stack, 'R', { domainName: 'a' }),
    says: 'vpcOptions is not set, the domain is on the internet; place it in subnets of a VPC',
  },
  {
    type: 'aws_msk_cluster',
    fine: (stack) => msk(stack, 'DISABLED'),
    breach: (stack) => msk(stack, 'SERVICE_PROVIDED_EIPS'),
    says: `brokerNodeGroupInfo.connectivityInfo.publicAccess.type is "SERVICE_PROVIDED_EIPS"; set it to 'DISABLED', or leave it out`,
  },
  {
    type: 'aws_subnet',
    fine: (stack) => new Subnet(stack, 'R', { vpcId: 'v' }),
    breach: (stack) => new Subnet(stack, 'R', { vpcId: 'v', mapPublicIpOnLaunch: true }),
    says: 'mapPublicIpOnLaunch is true, false is needed; set it to false, or leave it out',
  },
  {
    type: 'aws_instance',
    fine: (stack) => new Instance(stack, 'R', { associatePublicIpAddress: false }),
    breach: (stack) => new Instance(stack, 'R', { associatePublicIpAddress: true }),
    says: 'associatePublicIpAddress is true, false is needed; set it to false, or leave it out',
  },
  {
    type: 'aws_launch_template',
    fine: (stack) => new LaunchTemplate(stack, 'R', { networkInterfaces: [{ subnetId: 's' }] }),
    breach: (stack) =>
      new LaunchTemplate(stack, 'R', { networkInterfaces: [{ associatePublicIpAddress: 'true' }] }),
    says: 'a network interface has associatePublicIpAddress "true"; leave it out',
  },
  {
    type: 'aws_lambda_function_url',
    fine: (stack) =>
      new LambdaFunctionUrl(stack, 'R', { functionName: 'f', authorizationType: 'AWS_IAM' }),
    breach: (stack) =>
      new LambdaFunctionUrl(stack, 'R', { functionName: 'f', authorizationType: 'NONE' }),
    says: "authorizationType is 'NONE'; set it to 'AWS_IAM'",
  },
  {
    type: 'aws_lambda_permission',
    fine: (stack) => permission(stack, { sourceArn: 'arn:aws:sns:eu-west-1:111122223333:a' }),
    breach: (stack) => permission(stack, {}),
    says: "principal is '*', and neither sourceArn nor sourceAccount nor principalOrgId bounds it; name who may",
  },
];
