import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import type { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { OpensearchDomainConfig } from '@cdktf/provider-aws/lib/opensearch-domain';
import { OpensearchDomain } from '@cdktf/provider-aws/lib/opensearch-domain';
import { Construct } from 'constructs';
import type { Scoped } from '../../core/errors';
import { PlatformError } from '../../core/errors';
import { assertWhole } from '../checks';
import { EncryptionKey } from '../kms/encryption-key';
import { ServiceSecurityGroup } from '../network/service-security-group';
import type { Protection } from '../protection';
import { isRetained, renderLifecycle } from '../protection';
import { LogStoreAlarms } from './log-store-alarms';
import { assertCapacity, renderAutoTune, renderNodes, subnetsOf } from './log-store-capacity';
import { LogStoreLogs } from './log-store-logs';
import type { OpenSearchVersion } from './open-search-version';

/** What a `LogStore` is made of. */
export interface LogStoreProps {
  /** Name of the domain, unique in the account and region. */
  readonly name: string;
  /** Version of OpenSearch. */
  readonly version: OpenSearchVersion;
  /** Number of data nodes: a multiple of 3 of a retained store, 1 or 2 of a disposable one. */
  readonly nodes: number;
  /** Type of a data node, for example `r7g.large.search`. */
  readonly nodeType: string;
  /** Storage of each data node in GiB, 10 or more. */
  readonly storageGiB: number;
  /** VPC of the domain. */
  readonly vpcId: string;
  /** Private subnets, one a zone: 3 for a retained store, for a disposable one as many as it has nodes. */
  readonly subnetIds: readonly string[];
  /** Security groups of the clients, by a stable logical name that becomes part of the rule's address. */
  readonly clientSecurityGroupIds: Readonly<Record<string, string>>;
  /**
   * Address ranges of clients in other networks, written out: they are part of the rules' addresses.
   * @default - none
   */
  readonly clientCidrs?: readonly string[];
  /** ARN of the role that administers the domain: it decides which role may read and write which index. */
  readonly adminRoleArn: string;
  /** ARNs of the other roles that may speak to the domain at all. */
  readonly clientRoleArns: readonly string[];
  /** Retained: three zones, three dedicated masters, and no destruction; disposable: the data nodes alone. */
  readonly protection: Protection;
  /** Days the domain's own logs are kept. */
  readonly logRetentionDays: number;
  /**
   * Type of a dedicated master.
   * @default 'm7g.large.search'
   */
  readonly masterType?: string;
  /**
   * Hour, in UTC, at which the ten hours begin in which AWS may update and tune the domain.
   * @default 0
   */
  readonly quietHour?: number;
  /**
   * ARNs of what the alarms notify, for example SNS topics.
   * @default - none: the alarms are only seen
   */
  readonly alarmActionArns?: readonly string[];
}

const PORT = 443;
/**
 * TLS 1.2 with forward secrecy, and 1.3.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
 */
const TLS_POLICY = 'Policy-Min-TLS-1-2-PFS-2023-10';

/**
 * An OpenSearch domain for logs and traces, in private subnets, whose users are IAM roles and nobody else.
 *
 * The account needs the service-linked role `AWSServiceRoleForAmazonOpenSearchService`, once, before its first domain.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 * @example
 * new LogStore(this, 'Logs', {
 *   name: 'shop-production',
 *   version: OpenSearchVersion.V3_1,
 *   nodes: 3,
 *   nodeType: 'r7g.large.search',
 *   storageGiB: 200,
 *   vpcId: 'vpc-1',
 *   subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
 *   clientSecurityGroupIds: { cluster: 'sg-1' },
 *   adminRoleArn: 'arn:aws:iam::111122223333:role/platform',
 *   clientRoleArns: ['arn:aws:iam::111122223333:role/collector'],
 *   protection: 'retain',
 *   logRetentionDays: 30,
 * });
 */
export class LogStore extends Construct {
  /** The domain. */
  public readonly domain: OpensearchDomain;
  /** The key the domain and its logs are encrypted with. */
  public readonly key: KmsKey;
  /** ARN of the domain: what `logWriteStatements` and `logReadStatements` take. */
  public readonly domainArn: string;
  /** Host of the domain, on port 443. */
  public readonly endpoint: string;

  public constructor(scope: Construct, id: string, props: LogStoreProps) {
    super(scope, id);
    const { name, protection, masterType = 'm7g.large.search', quietHour = 0 } = props;
    const { nodes, nodeType, storageGiB, subnetIds } = props;
    const capacity = { nodes, nodeType, masterType, storageGiB, subnetIds, protection };
    assertDomainName(this, name);
    assertCapacity(this, capacity);
    assertWhole(this, 'quietHour', quietHour, 0, 23);

    this.key = new EncryptionKey(this, 'Key', {
      alias: `es/${name}`,
      description: `Log store ${name} and its logs`,
      protection,
      services: ['logs'],
    }).key;
    const guard = new ServiceSecurityGroup(this, 'Guard', {
      name: `${name}-opensearch`,
      description: `Log store ${name}`,
      vpcId: props.vpcId,
      port: PORT,
      clientSecurityGroupIds: props.clientSecurityGroupIds,
      clientCidrs: props.clientCidrs,
    });
    const account = new DataAwsCallerIdentity(this, 'Account').accountId;
    // Written out, because the policies that name it stand before the domain.
    const arn = `arn:aws:es:${new DataAwsRegion(this, 'Region').id}:${account}:domain/${name}`;
    const logs = new LogStoreLogs(this, 'Logs', {
      name,
      domainArn: arn,
      account,
      kmsKeyArn: this.key.arn,
      retentionDays: props.logRetentionDays,
    });
    this.domain = new OpensearchDomain(this, 'Resource', {
      domainName: name,
      engineVersion: `OpenSearch_${props.version.version}`,
      clusterConfig: renderNodes(capacity),
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: storageGiB },
      vpcOptions: { subnetIds: subnetsOf(capacity), securityGroupIds: [guard.securityGroupId] },
      ...renderSecurity(props.adminRoleArn, this.key.arn),
      accessPolicies: renderAccess(arn, [props.adminRoleArn, ...props.clientRoleArns]),
      logPublishingOptions: logs.publishing,
      autoTuneOptions: renderAutoTune(nodeType),
      offPeakWindowOptions: {
        enabled: true,
        offPeakWindow: { windowStartTime: { hours: quietHour, minutes: 0 } },
      },
      softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
      tags: { Name: name },
      lifecycle: renderLifecycle(protection),
      dependsOn: [logs.policy],
    });
    this.domainArn = this.domain.arn;
    this.endpoint = this.domain.endpoint;
    new LogStoreAlarms(this, 'Alarms', {
      name,
      account,
      storageGiB,
      masters: isRetained(protection),
      alarmActionArns: props.alarmActionArns,
    });
  }
}

/** Encrypted on disk, between nodes and to clients; users are IAM roles, so there is no password to keep. */
function renderSecurity(
  masterUserArn: string,
  kmsKeyId: string,
): Pick<
  OpensearchDomainConfig,
  'advancedSecurityOptions' | 'domainEndpointOptions' | 'encryptAtRest' | 'nodeToNodeEncryption'
> {
  return {
    encryptAtRest: { enabled: true, kmsKeyId },
    nodeToNodeEncryption: { enabled: true },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: TLS_POLICY },
    advancedSecurityOptions: {
      enabled: true,
      internalUserDatabaseEnabled: false,
      masterUserOptions: { masterUserArn },
    },
  };
}

/** Lets the roles in; what each may do there is decided by the roles of OpenSearch they are mapped to. */
function renderAccess(domainArn: string, roleArns: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Clients',
        Effect: 'Allow',
        Principal: { AWS: [...new Set(roleArns)] },
        Action: 'es:ESHttp*',
        Resource: `${domainArn}/*`,
      },
    ],
  });
}

function assertDomainName(scope: Scoped, name: string): void {
  if (/^[a-z][a-z0-9-]{2,27}$/.test(name)) return;
  throw new PlatformError(
    scope,
    `name '${name}' is not a domain (3 to 28 lower-case letters, digits and hyphens, a letter first)`,
    'rename it within these bounds',
  );
}
