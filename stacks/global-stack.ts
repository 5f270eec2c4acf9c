import { TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import {
  AliasRecord,
  AuditTrail,
  Certificate,
  CostAnomalies,
  Distribution,
  TeamBudget,
  WebAcl,
} from '../lib/aws';
import { fitName } from '../lib/core/names';
import type { EdgePlan, EnvironmentPlan } from '../lib/plan';
import { alarmActions, readZoneId } from './shared-values';
import { regionalProviders, setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** Where CloudFront takes certificates and firewalls from. */
const CLOUDFRONT_REGION = 'us-east-1';

/** What the stack is made of. */
export interface GlobalStackProps {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/**
 * What stands before all regions of an environment, what teams may spend in it, and the record of who did what.
 *
 * An environment that is retained has its own trail, which nobody can delete; one that is disposable has none: its
 * account keeps events of management for 90 days without one, and a trail that is destroyed with it would record nothing
 * for longer.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html
 */
export class GlobalStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: GlobalStackProps) {
    super(scope, id);
    const { plan, settings } = props;
    setUpStack(this, settings);
    if (plan.edge) this.addEdge(plan, plan.edge, settings);
    this.addBudgets(plan);
    if (plan.protection === 'retain') this.addAudit(plan);
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }

  private addEdge(plan: EnvironmentPlan, edge: EdgePlan, settings: StackSettings): void {
    const { protection } = plan;
    const name = plan.identity.prefix;
    const provider = regionalProviders(this, settings)(CLOUDFRONT_REGION);
    const zoneId = readZoneId(this, edge.domain);
    const { arn: certificateArn } = new Certificate(this, 'Certificate', {
      domainName: edge.domain,
      alternativeNames: [`*.${edge.domain}`],
      zoneId,
      provider,
    });
    const { arn: webAclArn } = new WebAcl(this, 'Firewall', {
      // The region it stands in may have a gate of its own, whose firewall logs under the environment's name.
      name: `${name}-global`,
      ...{ scope: 'CLOUDFRONT', protection, provider },
    });
    const alarmed = plan.regions.find(({ region }) => region === CLOUDFRONT_REGION);
    const distribution = new Distribution(this, 'Distribution', {
      ...{ name, domainNames: [edge.domain], certificateArn, webAclArn, protection, provider },
      originHost: edge.originHost,
      // Alarms tell topics of their own region only.
      alarmActionArns: alarmed === undefined ? [] : alarmActions(alarmed),
      // Of a single region there is no other to fail over to.
      ...(plan.regions.length > 1 &&
        edge.readPaths.length > 0 && {
          failoverOriginHost: edge.failoverHost,
          readPaths: edge.readPaths,
        }),
    });
    new AliasRecord(this, 'Domain', {
      zoneId,
      domainName: edge.domain,
      distributionDomainName: distribution.domainName,
      distributionZoneId: distribution.zoneId,
    });
  }

  private addBudgets(plan: EnvironmentPlan): void {
    const [home] = plan.regions;
    if (home === undefined) return;
    for (const { team, monthly } of plan.budgets) {
      const [topicArn] = alarmActions(home, team);
      if (topicArn === undefined) continue;
      const name = `${plan.identity.prefix}-${team}`;
      new TeamBudget(this, `budget-${team}`, {
        ...{ name, team, environment: plan.environment },
        monthlyLimitUsd: monthly,
        notificationTopicArn: topicArn,
      });
      new CostAnomalies(this, `anomalies-${team}`, {
        ...{ name, tagValues: [team] },
        notificationTopicArn: topicArn,
      });
    }
  }

  private addAudit({ system, environment, account, identity, protection }: EnvironmentPlan): void {
    new AuditTrail(this, 'Audit', {
      name: identity.prefix,
      // The boundary lets workloads use buckets that begin with the environment's name: this one does not.
      bucketName: fitName(['audit', system, environment, account], 's3Bucket'),
      protection,
    });
  }
}
