import type { Construct } from 'constructs';
import { formatDuration, WHOLE } from '../lib/core/units';
import {
  answersOf,
  answersToCallersOf,
  answersWithin,
  bucketAnnotation,
  SloRules,
  type SloIndicator,
  type SloObjective,
  type SloWindow,
} from '../lib/k8s';
import {
  MIN_FAILURES,
  RUNBOOKS,
  type BurnWindow,
  type ServicePlan,
  type SloPlan,
} from '../lib/plan';

/** The part of a service's plan from which its rules follow. */
export type MeasuredService = Pick<
  ServicePlan,
  'name' | 'namespace' | 'team' | 'protocol' | 'slos'
>;

const DAY = 86_400_000;

/** Adds the rules of a service's promises; of one that cannot be measured there are none. */
export function addSlos(
  scope: Construct,
  service: MeasuredService,
  labels: Readonly<Record<string, string>>,
): void {
  const { name, namespace, team, slos } = service;
  if (slos.length === 0) return;
  new SloRules(scope, 'Slos', {
    ...{ name, namespace, labels, team, service: name },
    runbook: `${RUNBOOKS}/${name}`,
    objectives: slos.map((slo) => toObjective(service, slo)),
  });
}

/** The annotation by which the proxies of a service count answers within the time it promises. */
export function bucketsOf({ slos }: Pick<ServicePlan, 'slos'>): Readonly<Record<string, string>> {
  const threshold = slos.find(({ name }) => name === 'latency')?.threshold;
  return threshold === undefined ? {} : bucketAnnotation(threshold);
}

function toObjective(service: MeasuredService, slo: SloPlan): SloObjective {
  return {
    name: slo.name,
    budget: (WHOLE - slo.target) / WHOLE,
    period: slo.period,
    indicator: indicatorOf(service, slo),
    minFailures: MIN_FAILURES,
    windows: slo.windows.map(toWindow),
  };
}

function indicatorOf(service: MeasuredService, { name, threshold }: SloPlan): SloIndicator {
  const protocol = service.protocol ?? 'http';
  if (threshold !== undefined) return answersWithin(service, threshold);
  return name === 'callers' ? answersToCallersOf(service, protocol) : answersOf(service, protocol);
}

function toWindow({ severity, long, short, factor, detection }: BurnWindow): SloWindow {
  return {
    ...{ severity, factor },
    long: windowText(long),
    short: windowText(short),
    detection: formatDuration(detection),
  };
}

/** Prometheus knows days. */
function windowText(milliseconds: number): string {
  return milliseconds % DAY === 0 ? `${milliseconds / DAY}d` : formatDuration(milliseconds);
}
