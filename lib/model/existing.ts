/** A network that exists already and is only used. */
export interface ExistingNetwork {
  /** Id of the VPC. */
  readonly vpcId: string;
  /** Address block of the VPC. */
  readonly cidr: string;
  /** Subnets for nodes and pods, one a zone. */
  readonly privateSubnetIds: readonly string[];
  /**
   * Subnets for load balancers that the world reaches, one a zone.
   *
   * @default - none: an environment with an edge needs them
   */
  readonly publicSubnetIds?: readonly string[];
  /** Subnets for stores and brokers, one a zone. */
  readonly dataSubnetIds: readonly string[];
  /** Address blocks of the subnets for stores and brokers. */
  readonly dataSubnetCidrs: readonly string[];
}

/** A Kubernetes cluster that exists already and is only used. */
export interface ExistingCluster {
  /** Name of the EKS cluster. */
  readonly name: string;
  /** Security group of its nodes and pods. */
  readonly securityGroupId: string;
  /** Role of the External Secrets operator, which assumes the services' roles to read their parameters. */
  readonly secretsRoleArn: string;
}

/** A Kafka cluster that exists already and is only used. */
export interface ExistingKafka {
  /** ARN of the MSK cluster. */
  readonly clusterArn: string;
  /** Brokers with IAM authentication, as `host:9098`, joined by commas. */
  readonly bootstrapBrokers: string;
}

/** The parts of a region that exist already. */
export interface ExistingParts {
  /**
   * The network.
   *
   * @default - built
   */
  readonly network?: ExistingNetwork;
  /**
   * The Kubernetes cluster.
   *
   * @default - built
   */
  readonly cluster?: ExistingCluster;
  /**
   * The Kafka cluster.
   *
   * @default - built when a topic is declared
   */
  readonly kafka?: ExistingKafka;
}
