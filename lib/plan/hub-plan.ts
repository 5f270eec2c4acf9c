import { fitName } from '../core/names';
import { environmentPrefix, roleName, type Place } from './naming';
import type { RegionPlan } from './region-plan';

/** A region as the hub sees it. */
export interface SpokePlan {
  /** Region. */
  readonly region: string;
  /** Name of its EKS cluster. */
  readonly cluster: string;
  /** Address block of its network. */
  readonly cidr: string;
  /** Role of the region's Prometheus, which sends what is kept for long. */
  readonly metricsWriter: string;
  /** Role of the region's Alertmanager, which tells people. */
  readonly alertSender: string;
  /** Role of the region's collector, which sends traces and logs. */
  readonly telemetryWriter: string;
}

/** What an environment has once for all its regions: the home of Argo CD and Grafana, and what is kept for long. */
export interface HubPlan {
  /** Region it stands in: the first of the environment. */
  readonly home: string;
  /** Role of Argo CD's controller, which deploys to all clusters. */
  readonly deployer: string;
  /** Role of Argo CD's server, which shows what runs in them. */
  readonly deployerView: string;
  /** Role of Grafana, which reads what is kept. */
  readonly grafana: string;
  /** Role of the job that tells the log store which role may do what. */
  readonly logAdmin: string;
  /** The regions, home first. */
  readonly spokes: readonly SpokePlan[];
  /** Name of the workspace of metrics and of the domain of traces and logs; an environment that may be lost keeps none for long. */
  readonly longTerm?: { readonly metrics: string; readonly logs: string };
}

/** Where the parts of the hub run: namespaces and service accounts, as their own charts call them. */
export const HUB_ACCOUNTS = {
  deployer: { namespace: 'argocd', serviceAccount: 'argocd-application-controller' },
  deployerView: { namespace: 'argocd', serviceAccount: 'argocd-server' },
  grafana: { namespace: 'monitoring', serviceAccount: 'grafana' },
  logAdmin: { namespace: 'monitoring', serviceAccount: 'log-admin' },
  metricsWriter: { namespace: 'monitoring', serviceAccount: 'prometheus' },
  telemetryWriter: { namespace: 'monitoring', serviceAccount: 'collector' },
  alertSender: { namespace: 'monitoring', serviceAccount: 'alertmanager' },
} as const;

/** Plans the hub of an environment; without a region there is none. */
export function planHub(regions: readonly RegionPlan[]): HubPlan | undefined {
  const [home] = regions;
  if (home === undefined) return undefined;
  return {
    home: home.region,
    deployer: roleName(home, 'argocd-controller'),
    deployerView: roleName(home, 'argocd-server'),
    grafana: roleName(home, 'grafana'),
    logAdmin: roleName(home, 'log-admin'),
    spokes: regions.map(toSpoke),
    ...(home.protection === 'retain' && {
      longTerm: { metrics: environmentPrefix(home), logs: domainName(home) },
    }),
  };
}

function toSpoke(plan: RegionPlan): SpokePlan {
  return {
    region: plan.region,
    cluster: plan.cluster.name,
    cidr: plan.network.cidr,
    metricsWriter: roleName(plan, 'metrics-writer'),
    telemetryWriter: roleName(plan, 'telemetry-writer'),
    alertSender: roleName(plan, 'alert-sender'),
  };
}

function domainName({ system, environment }: Place): string {
  return fitName([system, environment], 'openSearchDomain');
}
