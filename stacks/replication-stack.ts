import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { TerraformStack, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { KafkaReplicator, type ReplicatedCluster } from '../lib/aws';
import { KAFKA_PORT, type RegionPlan, type ReplicationPlan } from '../lib/plan';
import {
  readDataSubnetIds,
  readKafkaArn,
  readKafkaSecurityGroup,
  readVpcId,
} from './shared-values';
import { regionalProviders, setUpStack, type StackSettings } from './stack-setup';

/** What the stack is made of. */
export interface ReplicationStackProps {
  /** The region that takes the copies. */
  readonly plan: RegionPlan;
  /** The regions that topics may be copied from, by name. */
  readonly sources: ReadonlyMap<string, RegionPlan>;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/** What a region's Kafka cluster takes from those of other regions. */
export class ReplicationStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: ReplicationStackProps) {
    super(scope, id);
    const { plan, sources, settings } = props;
    setUpStack(this, settings);
    const providerOf = regionalProviders(this, settings);
    const target = this.readTarget(plan);
    for (const replication of plan.replications) {
      const source = sources.get(replication.from);
      const provider = providerOf(replication.from);
      if (source && provider) this.addReplicator(replication, source, provider, target);
    }
  }

  /** What copies reaches the brokers of this region like a client: it may speak to them and to nothing else. */
  private readTarget(plan: RegionPlan): ReplicatedCluster {
    const name = `${plan.system}-${plan.environment}-kafka-copies`;
    const group = new SecurityGroup(this, 'Copies', {
      name,
      description: 'What copies topics from other regions',
      vpcId: readVpcId(this, plan),
      tags: { Name: name },
    });
    const brokers = readKafkaSecurityGroup(this, plan);
    const port = {
      ipProtocol: 'tcp',
      fromPort: KAFKA_PORT,
      toPort: KAFKA_PORT,
      tags: { Name: name },
    };
    new VpcSecurityGroupEgressRule(this, 'CopiesToBrokers', {
      ...port,
      securityGroupId: group.id,
      referencedSecurityGroupId: brokers,
      description: 'to the brokers',
    });
    new VpcSecurityGroupIngressRule(this, 'BrokersFromCopies', {
      ...port,
      securityGroupId: brokers,
      referencedSecurityGroupId: group.id,
      description: 'from what copies topics',
    });
    return {
      clusterArn: readKafkaArn(this, plan),
      subnetIds: readDataSubnetIds(this, plan),
      securityGroupIds: [group.id],
    };
  }

  private addReplicator(
    { name, from, topics }: ReplicationPlan,
    plan: RegionPlan,
    provider: TerraformProvider,
    target: ReplicatedCluster,
  ): void {
    const there = new Construct(this, from);
    new KafkaReplicator(there, 'Replicator', {
      name,
      description: `Topics that are written in ${from}`,
      source: {
        clusterArn: readKafkaArn(there, plan, provider),
        subnetIds: readDataSubnetIds(there, plan, provider),
      },
      target,
      topics,
      // Copies begin with what is there, so that a region that is added has it all.
      startingPosition: 'earliest',
    });
  }
}
