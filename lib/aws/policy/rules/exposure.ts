import { blocks, given, isGiven, isOff, isOn, show } from '../arguments';
import { admitsEveryone, isWorld } from '../everyone';
import { FINE, mustBeOff, mustNotBeOn, on, unless, type PolicyRule, type Problem } from '../rule';
import { documentStatements, statementsOf, type Statement } from '../statements';

/** The four ways in that a public access block closes. */
const CLOSED = [
  'blockPublicAcls',
  'blockPublicPolicy',
  'ignorePublicAcls',
  'restrictPublicBuckets',
] as const;
/** Nothing answers to the whole world; what is meant to says so by a suppression. */
export const EXPOSURE: PolicyRule = {
  id: 'PUB-001',
  title: 'Nothing answers to the whole world',
  source:
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
  checks: [
    on('aws_vpc_security_group_ingress_rule', (rule) => [
      ...admits('cidrIpv4', given(rule, 'cidrIpv4')),
      ...admits('cidrIpv6', given(rule, 'cidrIpv6')),
    ]),
    on('aws_security_group_rule', (rule) =>
      given(rule, 'type') === 'ingress'
        ? [...(rule.cidrBlocksInput ?? []), ...(rule.ipv6CidrBlocksInput ?? [])].flatMap((cidr) =>
            admits('a block', cidr),
          )
        : FINE,
    ),
    on('aws_security_group', (group) => blocks(group.ingressInput).flatMap(ingress)),
    on('aws_default_security_group', (group) => blocks(group.ingressInput).flatMap(ingress)),
    // An application load balancer always has security groups, and they are judged; a network load balancer may have none.
    on('aws_lb', (balancer) =>
      unless(
        given(balancer, 'loadBalancerType') !== 'network' ||
          isOn(given(balancer, 'internal')) ||
          isGiven(balancer.securityGroupsInput),
        'an internet-facing network load balancer has no securityGroups',
        'pass security groups that admit only who is meant, or make it internal',
      ),
    ),
    on('aws_s3_bucket', (bucket, around) =>
      unless(
        around
          .all('aws_s3_bucket_public_access_block')
          .some((other) => around.refersTo(other.bucketInput, bucket, bucket.bucketInput)),
        'no aws_s3_bucket_public_access_block of the stack names the bucket',
        'add one that blocks all four ways',
      ),
    ),
    ...CLOSED.flatMap((flag) => [
      mustBeClosed('aws_s3_bucket_public_access_block', flag),
      mustBeClosed('aws_s3_account_public_access_block', flag),
    ]),
    on('aws_s3_bucket_acl', (acl) => {
      const canned = given(acl, 'acl');
      return unless(
        typeof canned !== 'string' || !/^(public-|authenticated-read)/.test(canned),
        `acl is ${show(canned)}`,
        "leave it out: set the object ownership to 'BucketOwnerEnforced'",
      );
    }),
    mustNotBeOn('aws_db_instance', 'publiclyAccessible'),
    mustNotBeOn('aws_rds_cluster_instance', 'publiclyAccessible'),
    mustNotBeOn('aws_neptune_cluster_instance', 'publiclyAccessible'),
    mustNotBeOn('aws_mq_broker', 'publiclyAccessible'),
    mustNotBeOn('aws_dms_replication_instance', 'publiclyAccessible'),
    // Provider 5 has it on when nothing is said.
    mustBeOff('aws_redshift_cluster', 'publiclyAccessible'),
    mustBeOff('aws_eks_cluster', 'vpcConfig', 'endpointPublicAccess'),
    on('aws_opensearch_domain', (domain) =>
      unless(
        isGiven(domain.vpcOptionsInput),
        'vpcOptions is not set, the domain is on the internet',
        'place it in subnets of a VPC',
      ),
    ),
    on('aws_msk_cluster', (cluster) => {
      const type = given(
        cluster,
        'brokerNodeGroupInfo',
        'connectivityInfo',
        'publicAccess',
        'type',
      );
      return unless(
        type !== 'SERVICE_PROVIDED_EIPS',
        `brokerNodeGroupInfo.connectivityInfo.publicAccess.type is ${show(type)}`,
        "set it to 'DISABLED', or leave it out",
      );
    }),
    mustNotBeOn('aws_subnet', 'mapPublicIpOnLaunch'),
    mustNotBeOn('aws_instance', 'associatePublicIpAddress'),
    on('aws_launch_template', (template) =>
      blocks(template.networkInterfacesInput).flatMap(({ associatePublicIpAddress: address }) =>
        unless(
          address === undefined || isOff(address),
          `a network interface has associatePublicIpAddress ${show(address)}`,
          'leave it out',
        ),
      ),
    ),
    on('aws_lambda_function_url', (url) =>
      unless(
        given(url, 'authorizationType') !== 'NONE',
        "authorizationType is 'NONE'",
        "set it to 'AWS_IAM'",
      ),
    ),
    on('aws_lambda_permission', (permission) =>
      unless(
        permission.principalInput !== '*' ||
          [
            permission.sourceArnInput,
            permission.sourceAccountInput,
            permission.principalOrgIdInput,
          ].some(isGiven),
        "principal is '*', and neither sourceArn nor sourceAccount nor principalOrgId bounds it",
        'name who may',
      ),
    ),
    on('aws_s3_bucket_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_sqs_queue', (queue) => open(statementsOf(given(queue, 'policy')))),
    on('aws_sqs_queue_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_sns_topic', (topic) => open(statementsOf(given(topic, 'policy')))),
    on('aws_sns_topic_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_kms_key', (key) => open(statementsOf(given(key, 'policy')))),
    on('aws_kms_key_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_backup_vault_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_ecr_repository_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('aws_secretsmanager_secret_policy', (policy) => open(statementsOf(given(policy, 'policy')))),
    on('data.aws_iam_policy_document', (document) => open(documentStatements(document))),
  ],
};

function admits(what: string, cidr: unknown): readonly Problem[] {
  return unless(
    !isWorld(cidr),
    `${what} is ${show(cidr)}, which admits the world`,
    'name the security groups, the prefix list or the addresses that are meant',
  );
}

function ingress({
  cidrBlocks = [],
  ipv6CidrBlocks = [],
}: {
  readonly cidrBlocks?: readonly string[];
  readonly ipv6CidrBlocks?: readonly string[];
}): readonly Problem[] {
  return [...cidrBlocks, ...ipv6CidrBlocks].flatMap((cidr) => admits('a block of ingress', cidr));
}

function mustBeClosed(
  type: 'aws_s3_bucket_public_access_block' | 'aws_s3_account_public_access_block',
  flag: (typeof CLOSED)[number],
) {
  return on(type, (block) => {
    const value = given(block, flag);
    return unless(isOn(value), `${flag} is ${show(value)}, true is needed`, 'set it to true');
  });
}

function open(statements: readonly Statement[]): readonly Problem[] {
  return statements.filter(admitsEveryone).map(({ name }) => ({
    problem: `statement '${name}' of the policy allows everyone`,
    fix: 'name the principals, or bound them by a condition such as aws:SourceAccount',
  }));
}
