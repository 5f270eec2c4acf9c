const GIB = 2 ** 30;

/** Memory of the database instance classes, in GiB. @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html */
const DATABASE_MEMORY_GIB: Readonly<Record<string, number>> = {
  ...{ 'db.t4g.medium': 4, 'db.t4g.large': 8 },
  ...{
    'db.r6g.large': 16,
    'db.r6g.xlarge': 32,
    'db.r6g.2xlarge': 64,
    'db.r6g.4xlarge': 128,
    'db.r6g.8xlarge': 256,
  },
  ...{
    'db.r7g.large': 16,
    'db.r7g.xlarge': 32,
    'db.r7g.2xlarge': 64,
    'db.r7g.4xlarge': 128,
    'db.r7g.8xlarge': 256,
  },
  ...{
    'db.r8g.large': 16,
    'db.r8g.xlarge': 32,
    'db.r8g.2xlarge': 64,
    'db.r8g.4xlarge': 128,
    'db.r8g.8xlarge': 256,
  },
};

/** Memory of the classes that RDS has besides, in GiB. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html */
const RDS_MEMORY_GIB: Readonly<Record<string, number>> = {
  ...{ 'db.t4g.micro': 1, 'db.t4g.small': 2, 'db.t4g.xlarge': 16, 'db.t4g.2xlarge': 32 },
  ...{
    'db.m6g.large': 8,
    'db.m6g.xlarge': 16,
    'db.m6g.2xlarge': 32,
    'db.m6g.4xlarge': 64,
    'db.m6g.8xlarge': 128,
  },
  ...{
    'db.m7g.large': 8,
    'db.m7g.xlarge': 16,
    'db.m7g.2xlarge': 32,
    'db.m7g.4xlarge': 64,
    'db.m7g.8xlarge': 128,
  },
};

/** The database instance classes known here that Aurora has; RDS has them too. */
export const DATABASE_CLASSES: readonly string[] = Object.keys(DATABASE_MEMORY_GIB);

/** The database instance classes known here, by what runs the database. */
export const CLASSES_OF: Readonly<Record<'aurora' | 'rds', readonly string[]>> = {
  aurora: DATABASE_CLASSES,
  rds: [...DATABASE_CLASSES, ...Object.keys(RDS_MEMORY_GIB)],
};

/** Bytes of memory of a database instance class, or `NaN` when it is not known. */
export function databaseMemory(instanceClass: string): number {
  const memory = DATABASE_MEMORY_GIB[instanceClass] ?? RDS_MEMORY_GIB[instanceClass];
  return (memory ?? Number.NaN) * GIB;
}

/** A broker type and how many partition replicas it may hold. */
export interface BrokerType {
  /** Name of the type, for example `kafka.m7g.large`. */
  readonly name: string;
  /** Partition replicas a broker may hold. */
  readonly partitions: number;
}

/** Broker types, smallest first; the smaller kafka.t3.small knows no KRaft. @see https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker */
export const BROKER_TYPES: readonly [BrokerType, ...BrokerType[]] = [
  { name: 'kafka.m7g.large', partitions: 1000 },
  { name: 'kafka.m7g.2xlarge', partitions: 2000 },
  { name: 'kafka.m7g.4xlarge', partitions: 4000 },
];

/** A node type and what of it pods can use. */
export interface NodeType {
  /** Name of the type, for example `m7i.2xlarge`. */
  readonly name: string;
  /** Thousandths of a core left for pods. */
  readonly cpu: number;
  /** Bytes of memory left for pods. */
  readonly memory: number;
  /** Pods that get an address, the node's own daemons taken off. */
  readonly pods: number;
}

/**
 * The node type of built clusters: 8 cores, 32 GiB, 58 addresses; what kubelet, system and daemons take is taken off.
 *
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/eni-max-pods.txt for the addresses
 */
export const NODE_TYPE: NodeType = { name: 'm7i.2xlarge', cpu: 7_400, memory: 28 * GIB, pods: 50 };
