import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { ApiGatewayDomainName } from '@cdktf/provider-aws/lib/api-gateway-domain-name';
import {
  CloudfrontDistribution,
  type CloudfrontDistributionConfig,
} from '@cdktf/provider-aws/lib/cloudfront-distribution';
import {
  ElasticacheReplicationGroup,
  type ElasticacheReplicationGroupConfig,
} from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { LbListener, type LbListenerConfig } from '@cdktf/provider-aws/lib/lb-listener';
import { MemorydbCluster } from '@cdktf/provider-aws/lib/memorydb-cluster';
import { MskCluster, type MskClusterConfig } from '@cdktf/provider-aws/lib/msk-cluster';
import {
  OpensearchDomain,
  type OpensearchDomainConfig,
} from '@cdktf/provider-aws/lib/opensearch-domain';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { TerraformVariable, type TerraformStack } from 'cdktf';
import type { Case } from '../../judged';

const OPENSEARCH = {
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: {
    enforceHttps: true,
    tlsSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10',
  },
};

function tlsOnly(secure: string, effect = 'Deny'): string {
  return JSON.stringify({
    Statement: {
      Effect: effect,
      Principal: '*',
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': secure } },
    },
  });
}

const bucket = (stack: TerraformStack, policy: string) => {
  const { id } = new S3Bucket(stack, 'R', {});
  new S3BucketPolicy(stack, 'P', { bucket: id, policy });
};
const cache = (stack: TerraformStack, more: Partial<ElasticacheReplicationGroupConfig>) =>
  new ElasticacheReplicationGroup(stack, 'R', {
    ...{ replicationGroupId: 'a', description: 'a', transitEncryptionEnabled: true },
    ...more,
  });
const search = (stack: TerraformStack, more: Partial<OpensearchDomainConfig>) =>
  new OpensearchDomain(stack, 'R', { domainName: 'a', ...OPENSEARCH, ...more });
/** A cluster that encrypts as given. */
export const msk = (
  stack: TerraformStack,
  encryptionInTransit: { clientBroker?: string; inCluster?: boolean },
) =>
  new MskCluster(stack, 'R', {
    clusterName: 'a',
    kafkaVersion: '3.9.x',
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: { clientSubnets: [], instanceType: 'kafka.m7g.large', securityGroups: [] },
    encryptionInfo: { encryptionInTransit },
  } satisfies MskClusterConfig);
const listener = (stack: TerraformStack, more: Partial<LbListenerConfig>) =>
  new LbListener(stack, 'R', {
    loadBalancerArn: 'a',
    defaultAction: [{ type: 'forward', targetGroupArn: 'a' }],
    ...more,
  });
const cdn = (stack: TerraformStack, more: Partial<CloudfrontDistributionConfig>) =>
  new CloudfrontDistribution(stack, 'R', {
    enabled: true,
    restrictions: { geoRestriction: { restrictionType: 'none' } },
    viewerCertificate: { acmCertificateArn: 'a', minimumProtocolVersion: 'TLSv1.2_2021' },
    origin: [{ domainName: 'a.example.com', originId: 'a' }],
    defaultCacheBehavior: behavior('redirect-to-https'),
    ...more,
  });
const behavior = (viewerProtocolPolicy: string) => ({
  ...{ allowedMethods: ['GET'], cachedMethods: ['GET'], targetOriginId: 'a' },
  viewerProtocolPolicy,
});
const origin = (originProtocolPolicy: string) => ({
  ...{ domainName: 'a.example.com', originId: 'a' },
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originSslProtocols: [],
    originProtocolPolicy,
  },
});

const LISTENERS: readonly Case[] = [
  {
    type: 'aws_lb_listener',
    fine: (stack) =>
      listener(stack, { protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' }),
    breach: (stack) => listener(stack, { protocol: 'HTTPS' }),
    says: 'sslPolicy is not set, TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_lb_listener',
    fine: (stack) =>
      listener(stack, { protocol: 'TLS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' }),
    breach: (stack) =>
      listener(stack, { protocol: 'TLS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-1-2021-06' }),
    says: 'sslPolicy is "ELBSecurityPolicy-TLS13-1-1-2021-06", TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_lb_listener',
    fine: (stack) =>
      listener(stack, {
        protocol: 'HTTP',
        defaultAction: [
          { type: 'redirect', redirect: { statusCode: 'HTTP_301', protocol: 'HTTPS' } },
        ],
      }),
    breach: (stack) =>
      listener(stack, {
        protocol: 'HTTP',
        defaultAction: [
          { type: 'redirect', redirect: { statusCode: 'HTTP_301', protocol: 'HTTP' } },
        ],
      }),
    says: `protocol is "HTTP" and the default action does not redirect to HTTPS; set it to 'HTTPS', or redirect`,
  },
  {
    type: 'aws_lb_listener',
    fine: (stack) => listener(stack, { protocol: 'TCP' }),
    breach: (stack) => listener(stack, { protocol: 'HTTP' }),
    says: `protocol is "HTTP" and the default action does not redirect to HTTPS; set it to 'HTTPS', or redirect`,
  },
];

const CLOUDFRONT: readonly Case[] = [
  {
    type: 'aws_cloudfront_distribution',
    fine: (stack) => cdn(stack, {}),
    breach: (stack) => cdn(stack, { viewerCertificate: { acmCertificateArn: 'a' } }),
    says: 'viewerCertificate.minimumProtocolVersion is not set, TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_cloudfront_distribution',
    fine: (stack) => cdn(stack, { viewerCertificate: { cloudfrontDefaultCertificate: true } }),
    breach: (stack) =>
      cdn(stack, {
        viewerCertificate: { acmCertificateArn: 'a', minimumProtocolVersion: 'TLSv1.1_2016' },
      }),
    says: 'viewerCertificate.minimumProtocolVersion is "TLSv1.1_2016", TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_cloudfront_distribution',
    fine: (stack) =>
      cdn(stack, { orderedCacheBehavior: [{ pathPattern: '/a', ...behavior('https-only') }] }),
    breach: (stack) =>
      cdn(stack, { orderedCacheBehavior: [{ pathPattern: '/a', ...behavior('allow-all') }] }),
    says: "viewerProtocolPolicy is 'allow-all'; set it to 'redirect-to-https'",
  },
  {
    type: 'aws_cloudfront_distribution',
    fine: (stack) => cdn(stack, { origin: [origin('https-only')] }),
    breach: (stack) => cdn(stack, { origin: [origin('match-viewer')] }),
    says: `origin a.example.com has originProtocolPolicy "match-viewer"; set it to 'https-only'`,
  },
];

/** What the rule says of each type it knows. */
export const TRANSPORT_CASES: readonly Case[] = [
  ...LISTENERS,
  ...CLOUDFRONT,
  {
    type: 'aws_s3_bucket',
    fine: (stack) => {
      bucket(stack, tlsOnly('false'));
    },
    breach: (stack) => {
      bucket(stack, tlsOnly('true'));
    },
    says: "no aws_s3_bucket_policy of the stack refuses requests without TLS; deny s3:* where aws:SecureTransport is 'false'",
  },
  {
    type: 'aws_s3_bucket',
    fine: (stack) => {
      bucket(stack, new TerraformVariable(stack, 'policy', {}).stringValue);
    },
    breach: (stack) => new S3Bucket(stack, 'R', {}),
    says: "no aws_s3_bucket_policy of the stack refuses requests without TLS; deny s3:* where aws:SecureTransport is 'false'",
  },
  {
    type: 'aws_s3_bucket',
    fine: (stack) => {
      bucket(stack, tlsOnly('false'));
    },
    breach: (stack) => {
      bucket(stack, tlsOnly('false', 'Allow'));
    },
    says: "no aws_s3_bucket_policy of the stack refuses requests without TLS; deny s3:* where aws:SecureTransport is 'false'",
  },
  {
    type: 'aws_msk_cluster',
    fine: (stack) => msk(stack, {}),
    breach: (stack) => msk(stack, { clientBroker: 'TLS_PLAINTEXT' }),
    says: `encryptionInfo.encryptionInTransit.clientBroker is "TLS_PLAINTEXT", 'TLS' is needed; set it to 'TLS'`,
  },
  {
    type: 'aws_msk_cluster',
    fine: (stack) => msk(stack, { clientBroker: 'TLS', inCluster: true }),
    breach: (stack) => msk(stack, { inCluster: false }),
    says: 'encryptionInfo.encryptionInTransit.inCluster is false, true is needed; set it to true',
  },
  {
    type: 'aws_elasticache_replication_group',
    fine: (stack) => cache(stack, {}),
    breach: (stack) => cache(stack, { transitEncryptionEnabled: false }),
    says: 'transitEncryptionEnabled is false, true is needed; set it to true',
  },
  {
    type: 'aws_elasticache_replication_group',
    fine: (stack) => cache(stack, { transitEncryptionMode: 'required' }),
    breach: (stack) => cache(stack, { transitEncryptionMode: 'preferred' }),
    says: "transitEncryptionMode is 'preferred', which admits plain text; set it to 'required'",
  },
  {
    type: 'aws_memorydb_cluster',
    fine: (stack) => new MemorydbCluster(stack, 'R', { aclName: 'a', nodeType: 'n' }),
    breach: (stack) =>
      new MemorydbCluster(stack, 'R', { aclName: 'a', nodeType: 'n', tlsEnabled: false }),
    says: 'tlsEnabled is false, true is needed; set it to true',
  },
  {
    type: 'aws_opensearch_domain',
    fine: (stack) => search(stack, {}),
    breach: (stack) => search(stack, { nodeToNodeEncryption: { enabled: false } }),
    says: 'nodeToNodeEncryption.enabled is false, true is needed; set it to true',
  },
  {
    type: 'aws_opensearch_domain',
    fine: (stack) => search(stack, {}),
    breach: (stack) =>
      search(stack, {
        domainEndpointOptions: { ...OPENSEARCH.domainEndpointOptions, enforceHttps: false },
      }),
    says: 'domainEndpointOptions.enforceHttps is false, true is needed; set it to true',
  },
  {
    type: 'aws_opensearch_domain',
    fine: (stack) => search(stack, {}),
    breach: (stack) =>
      search(stack, {
        domainEndpointOptions: {
          enforceHttps: true,
          tlsSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07',
        },
      }),
    says: 'domainEndpointOptions.tlsSecurityPolicy is "Policy-Min-TLS-1-0-2019-07", TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_api_gateway_domain_name',
    fine: (stack) =>
      new ApiGatewayDomainName(stack, 'R', { domainName: 'a', securityPolicy: 'TLS_1_2' }),
    breach: (stack) =>
      new ApiGatewayDomainName(stack, 'R', { domainName: 'a', securityPolicy: 'TLS_1_0' }),
    says: 'securityPolicy is "TLS_1_0", TLS 1.2 or later is needed; name a policy that needs it',
  },
  {
    type: 'aws_sns_topic_subscription',
    fine: (stack) =>
      new SnsTopicSubscription(stack, 'R', { topicArn: 'a', endpoint: 'e', protocol: 'https' }),
    breach: (stack) =>
      new SnsTopicSubscription(stack, 'R', { topicArn: 'a', endpoint: 'e', protocol: 'http' }),
    says: "protocol is 'http'; set it to 'https'",
  },
];
