import { createHash } from 'node:crypto';

/** What one namespace of names allows. */
export interface NameRule {
  /** What is named, for messages. */
  readonly what: string;
  /** Longest name allowed, in characters. */
  readonly max: number;
  /** Characters and shape allowed. */
  readonly pattern: RegExp;
  /** The same in words, for messages. */
  readonly shape: string;
  /** Where the bound is published. */
  readonly source: string;
  /**
   * What stands where parts are joined.
   *
   * @default '-'
   */
  readonly joint?: '_';
}

const DNS_1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_1123_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
/** Letter first, no hyphen last, never two hyphens in a row: RDS and ElastiCache. */
const SINGLE_HYPHENS = /^[a-z](-?[a-z0-9])*$/;

/** Every length and character limit in use, one row each. */
export const NAME_RULES = {
  entity: {
    what: 'a name in the model',
    max: 40,
    pattern: SINGLE_HYPHENS,
    shape: 'kebab-case: lower-case letters, digits and single hyphens, a letter first',
    source: 'the strictest of the rules below, short enough to be combined',
  },
  kubernetesLabelValue: {
    what: 'a Kubernetes label value',
    max: 63,
    pattern: /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
    shape: 'letters, digits, - _ . between alphanumerics',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  },
  kubernetesNamespace: {
    what: 'a Kubernetes namespace',
    max: 63,
    pattern: DNS_1123,
    shape: 'lower-case letters, digits and hyphens, alphanumeric at both ends',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  },
  kubernetesService: {
    what: 'a Kubernetes Service',
    max: 63,
    pattern: DNS_1035,
    shape: 'lower-case letters, digits and hyphens, a letter first',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names',
  },
  kubernetesName: {
    what: 'a Kubernetes object',
    max: 253,
    pattern: DNS_1123_SUBDOMAIN,
    shape:
      'lower-case letters, digits, hyphens and dots, alphanumeric at both ends and beside each dot',
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  },
  iamRole: {
    what: 'an IAM role',
    max: 64,
    pattern: /^[\w+=,.@-]+$/,
    shape: 'letters, digits and _+=,.@-',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  },
  securityGroup: {
    what: 'a security group',
    max: 255,
    pattern: /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/,
    shape: 'letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not starting with sg-',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html',
  },
  eksCluster: {
    what: 'an EKS cluster',
    max: 100,
    pattern: /^[0-9A-Za-z][\w-]*$/,
    shape: 'letters, digits, hyphens and underscores, alphanumeric first',
    source: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html',
  },
  rdsIdentifier: {
    what: 'an RDS identifier',
    max: 63,
    pattern: SINGLE_HYPHENS,
    shape: 'lower-case letters, digits and single hyphens, a letter first, no hyphen last',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html',
  },
  postgresIdentifier: {
    what: 'a PostgreSQL database or role',
    max: 63,
    // RDS wants a letter first (API_CreateDBCluster, DatabaseName); PostgreSQL keeps pg_ for its own roles (CREATE ROLE).
    pattern: /^(?!pg_)[a-z][a-z0-9_]*$/,
    shape: 'lower-case letters, digits and underscores, a letter first, not starting with pg_',
    source:
      'https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS',
    joint: '_',
  },
  elastiCacheReplicationGroup: {
    what: 'an ElastiCache replication group',
    max: 40,
    pattern: SINGLE_HYPHENS,
    shape: 'lower-case letters, digits and single hyphens, a letter first, no hyphen last',
    source:
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
  },
  loadBalancer: {
    what: 'a load balancer or target group',
    max: 32,
    pattern: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    shape: 'letters, digits and hyphens, alphanumeric at both ends, not starting with internal-',
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  },
  snsTopic: {
    what: 'an SNS topic',
    max: 256,
    pattern: /^[\w-]+$/,
    shape: 'letters, digits, hyphens and underscores',
    source: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  },
  backupVault: {
    what: 'a backup vault',
    max: 50,
    pattern: /^[\w-]{2,}$/,
    shape: 'at least 2 of letters, digits, hyphens and underscores',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html',
  },
  openSearchDomain: {
    what: 'an OpenSearch domain',
    max: 28,
    pattern: /^[a-z][a-z0-9-]{2,}$/,
    shape: 'at least 3 of lower-case letters, digits and hyphens, a letter first',
    source:
      'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html',
  },
  dynamoTable: {
    what: 'a DynamoDB table',
    max: 255,
    pattern: /^[\w.-]{3,}$/,
    shape: 'at least 3 of letters, digits, _ . -',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html',
  },
  mskCluster: {
    what: 'an MSK cluster',
    max: 64,
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]*$/,
    shape: 'letters, digits and hyphens, alphanumeric first',
    source: 'https://docs.aws.amazon.com/msk/1.0/apireference/v2-clusters.html',
  },
  kafkaTopic: {
    what: 'a Kafka topic',
    max: 249,
    pattern: /^(?!\.{1,2}$)[\w.-]+$/,
    shape: 'letters, digits, _ . -, but not . or .. alone',
    source:
      'https://github.com/apache/kafka/blob/trunk/clients/src/main/java/org/apache/kafka/common/internals/Topic.java',
  },
  s3Bucket: {
    what: 'an S3 bucket',
    max: 63,
    // Dots are allowed by S3, but break the certificate of virtual-hosted addresses.
    pattern:
      /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|--x-s3|--table-s3|-an)$)[a-z0-9][a-z0-9-]+[a-z0-9]$/,
    shape:
      'at least 3 of lower-case letters, digits and hyphens, alphanumeric at both ends, without the prefixes and suffixes S3 keeps for itself',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  },
  ssmParameter: {
    what: 'an SSM parameter',
    // 1011 counts the ARN before the name too, 55 characters in us-gov-west-1.
    max: 956,
    pattern: /^(?!\/([Aa][Ww][Ss]|[Ss][Ss][Mm]))(\/[\w.-]+){1,15}$/,
    shape:
      'up to 15 levels of letters, digits, _ . -, each after a slash, the first not starting with aws or ssm',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  },
  route53Label: {
    what: 'a DNS label',
    max: 63,
    pattern: DNS_1123,
    shape: 'lower-case letters, digits and hyphens, alphanumeric at both ends',
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
  },
  route53Name: {
    what: 'a domain name',
    // 255 bytes on the wire, where each label has its length before it and the root one at the end.
    max: 253,
    pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/,
    shape: 'labels of at most 63 lower-case letters, digits and hyphens, joined by dots',
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
  },
} as const satisfies Record<string, NameRule>;

/** A namespace of names with limits of its own. */
export type NameKind = keyof typeof NAME_RULES;

/** Says what is wrong with a name, or nothing when it is allowed. */
export function nameProblem(name: string, kind: NameKind): string | undefined {
  const { what, max, pattern, shape } = NAME_RULES[kind];
  if (name.length > max)
    return `'${name}' has ${name.length} characters, ${what} has at most ${max}`;
  if (!pattern.test(name)) return `'${name}' is not ${what} (${shape})`;
  return undefined;
}

const HASH_LENGTH = 8;

/**
 * Joins parts with hyphens (underscores for PostgreSQL) into a name of the given kind. A name that would be too long
 * keeps its beginning and ends in a hash of the whole: the same parts always give the same name, and parts that join
 * to different texts give different ones, but for a chance in four billion where the beginnings are equal. Parts that
 * join to the same text (`a-b`, `c` and `a`, `b-c`) share a name.
 */
export function fitName(parts: readonly string[], kind: NameKind): string {
  const rule: NameRule = NAME_RULES[kind];
  const { max } = rule;
  const joint = rule.joint ?? '-';
  const name = parts.join('-').replaceAll('-', joint);
  if (name.length <= max) return name;
  const head = name.slice(0, max - HASH_LENGTH - 1).replace(/[-._]+$/, '');
  return `${head}${joint}${shortHash(name)}`;
}

/** The first eight hexadecimal digits of a text's SHA-256: enough to tell names and contents apart. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/** A kebab-case name as PostgreSQL and environment variables like it: `order-items` is `order_items`. */
export function snakeCase(name: string): string {
  return name.replaceAll('-', '_');
}
