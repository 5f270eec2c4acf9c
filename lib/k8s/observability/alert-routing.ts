import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { dump } from 'js-yaml';
import { PlatformError } from '../../core/errors';
import { assertIdentity, assertName } from '../support/checks';
import { objectMetadata, SYNC_WAVE, type ObjectIdentity } from '../support/metadata';
import { PlainObject } from '../support/plain-object';
import { alertmanagerConfig, type AlertmanagerConfigInput } from './alertmanager-config';

export type {
  AlertInhibition,
  AlertReceiver,
  AlertmanagerConfigInput,
} from './alertmanager-config';

/** What the routing of alerts is made of. */
export interface AlertRoutingProps extends ObjectIdentity, AlertmanagerConfigInput {}

/** Key of the Secret that the operator reads. */
const KEY = 'alertmanager.yaml';

/**
 * Who hears of which alert, as the Secret that the Prometheus operator reads: `spec.configSecret` of its Alertmanager names
 * it. There is nothing secret in it: topics are reached by the role of Alertmanager's service account.
 *
 * It is no AlertmanagerConfig, because of those the operator makes routes and inhibitions that hold within one namespace,
 * and a dependency is in another.
 *
 * @see https://prometheus-operator.dev/docs/developer/alerting/
 *
 * @example
 * new AlertRouting(chart, 'Alerts', {
 *   name: 'alertmanager-config',
 *   namespace: 'monitoring',
 *   labels: { 'app.kubernetes.io/name': 'alertmanager' },
 *   region: 'eu-west-1',
 *   fallback: 'platform',
 *   receivers: [{ team: 'platform', topicArn: 'arn:aws:sns:eu-west-1:111122223333:platform-alarms' }],
 *   inhibitions: [],
 * });
 */
export class AlertRouting extends Construct {
  /** The Secret, for changes this construct has no property for. */
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, props: AlertRoutingProps) {
    super(scope, id);
    const { name, namespace, labels, fallback, receivers, inhibitions } = props;
    assertIdentity(this, { name, namespace, labels }, 'kubernetesName');
    const teams = receivers.map(({ team }) => team);
    for (const team of teams) assertName(this, 'receivers.team', team, 'entity');
    const twice = teams.find((team, index) => teams.indexOf(team) !== index);
    if (twice !== undefined)
      throw new PlatformError(this, `receivers has ${twice} twice`, 'name each team once');
    if (!teams.includes(fallback))
      throw new PlatformError(
        this,
        `fallback is '${fallback}', which is no team of receivers`,
        `name one of ${teams.join(', ')}`,
      );
    for (const { service, dependants } of inhibitions)
      for (const one of [service, ...dependants])
        assertName(this, 'inhibitions', one, 'kubernetesService');
    this.resource = new PlainObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: objectMetadata({ name, namespace, labels }, SYNC_WAVE.policy),
      type: 'Opaque',
      stringData: { [KEY]: dump(alertmanagerConfig(props), { lineWidth: -1, noRefs: true }) },
    });
  }
}
