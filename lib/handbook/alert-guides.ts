import type { SloName } from '../plan/slo-plan';

/** Whose alert it is, as the cluster names it. */
export interface GuidedService {
  /** Name of the service, of its workload and of its Service. */
  readonly name: string;
  /** Namespace it runs in. */
  readonly namespace: string;
}

/** What somebody who is woken needs to know of an alert. */
export interface AlertGuide {
  /** Name of the alert. */
  readonly alert: string;
  /** Where its address points to: the part after `#`. */
  readonly anchor: string;
  /** What it means, and whom it hurts. */
  readonly meaning: string;
  /** What to ask Prometheus first: the query of the graph. */
  readonly query: string;
  /** What to run first, in order, each with what it shows. */
  readonly commands: readonly GuidedCommand[];
}

/** A command and what it shows. */
export interface GuidedCommand {
  /** What it shows. */
  readonly shows: string;
  /** The command. */
  readonly command: string;
}

/** The guides of the alerts of a promise. */
const PROMISES: Readonly<Record<SloName, (service: GuidedService) => AlertGuide>> = {
  availability: guideAvailability,
  callers: guideCallers,
  latency: guideLatency,
};

/** The guide of the alerts of one promise of a service. */
export function guideTo(slo: SloName, service: GuidedService): AlertGuide {
  return PROMISES[slo](service);
}

function guideAvailability(service: GuidedService): AlertGuide {
  return {
    alert: 'AvailabilityBudgetBurn',
    anchor: 'availability',
    meaning:
      'The service answers with errors, or turns requests away, more often than it promised. Who calls it sees failures.',
    query: `sum by (response_code, grpc_response_status, response_flags) (rate(istio_requests_total{reporter="destination",${destination(service)}}[5m]))`,
    commands: [
      pods(service),
      {
        shows: 'what it complains of',
        command: `${kubectl(service, 'logs')} ${selected(service)} --container=${service.name} --since=15m --prefix --tail=50`,
      },
      {
        shows: 'what was released last',
        command: `${kubectl(service, 'rollout')} history deployment/${service.name}`,
      },
    ],
  };
}

function guideCallers(service: GuidedService): AlertGuide {
  return {
    alert: 'CallersBudgetBurn',
    anchor: 'callers',
    meaning:
      'A caller fails to be answered more often than the service promised, though the service itself may count no failure: requests do not reach it, because no replica is there, none is trusted, or too many are asked at a time.',
    query: `sum by (source_workload, response_code, response_flags) (rate(istio_requests_total{reporter="source",destination_service_name="${service.name}",destination_service_namespace="${service.namespace}"}[5m]))`,
    commands: [
      pods(service),
      {
        shows: 'which addresses callers are given',
        command: `${kubectl(service, 'get')} endpointslices --selector=kubernetes.io/service-name=${service.name}`,
      },
      { shows: 'whether proxies have what they were told last', command: 'istioctl proxy-status' },
    ],
  };
}

function guideLatency(service: GuidedService): AlertGuide {
  return {
    alert: 'LatencyBudgetBurn',
    anchor: 'latency',
    meaning:
      'More than one answer in a hundred takes longer than promised. Callers wait, and begin to give up and to try again.',
    query: `histogram_quantile(0.99, sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination",${destination(service)}}[5m])))`,
    commands: [
      {
        shows: 'whether it scales, and whether it is at its most',
        command: `${kubectl(service, 'get')} horizontalpodautoscaler ${service.name}`,
      },
      {
        shows: 'what its replicas use',
        command: `${kubectl(service, 'top')} pods ${selected(service)} --containers`,
      },
      {
        shows: 'what it waits for',
        command: `${kubectl(service, 'logs')} ${selected(service)} --container=${service.name} --since=15m --prefix --tail=50`,
      },
    ],
  };
}

/** The guide of the alert that a promise is not measured. */
export function guideUnmeasured(service: GuidedService): AlertGuide {
  return {
    alert: 'SloNotMeasured',
    anchor: 'not-measured',
    meaning:
      'There are requests, and nothing counts the good or the bad ones. No other alert of the promise can fire: nobody would hear of a failure.',
    query: `slo:total:rate5m{service="${service.name}"}`,
    commands: [
      {
        shows: 'whether pods ask for the bucket that the promise needs',
        command: `${kubectl(service, 'get')} pods ${selected(service)} --output=jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.metadata.annotations.sidecar\\.istio\\.io/statsHistogramBuckets}{"\\n"}{end}'`,
      },
      {
        shows: 'whether they have a proxy',
        command: `${kubectl(service, 'get')} pods ${selected(service)} --output=custom-columns=POD:.metadata.name,CONTAINERS:.spec['initContainers','containers'][*].name`,
      },
      {
        shows: 'the rules as the cluster has them',
        command: `${kubectl(service, 'get')} prometheusrule ${service.name} --output=yaml`,
      },
    ],
  };
}

/** The guide of the alert that somebody calls who was not declared. */
export function guideUndeclared(service: GuidedService): AlertGuide {
  return {
    alert: 'UndeclaredCaller',
    anchor: 'undeclared-caller',
    meaning:
      'A workload calls the service, and no call of the model explains it. If it is turned away, somebody tries; if it is let in, a policy was changed by hand.',
    query: `sum by (source_workload_namespace, source_workload, response_code) (rate(istio_requests_total{reporter="destination",${destination(service)}}[5m]))`,
    commands: [
      {
        shows: 'whom the policy lets in',
        command: `${kubectl(service, 'get')} authorizationpolicy ${service.name} --output=yaml`,
      },
      {
        shows: 'who owns the caller; its name and namespace are in the alert',
        command:
          'kubectl --namespace=<namespace> get deployment,job,cronjob <caller> --show-labels',
      },
      {
        shows: 'what it asks for',
        command: `${kubectl(service, 'logs')} ${selected(service)} --container=istio-proxy --since=15m --prefix --tail=50`,
      },
    ],
  };
}

function pods(service: GuidedService): GuidedCommand {
  return {
    shows: 'which replicas are ready, and where they run',
    command: `${kubectl(service, 'get')} pods ${selected(service)} --output=wide`,
  };
}

function kubectl({ namespace }: GuidedService, verb: string): string {
  return `kubectl --namespace=${namespace} ${verb}`;
}

function selected({ name }: GuidedService): string {
  return `--selector=app.kubernetes.io/name=${name}`;
}

function destination({ name, namespace }: GuidedService): string {
  return `destination_workload="${name}",destination_workload_namespace="${namespace}"`;
}
