import { renderDisruptionBudget } from '../../../lib/k8s/workload/disruption-budget';
import { service } from './props';

test('lets one replica go unless told otherwise, and any that is not ready', () => {
  expect(renderDisruptionBudget(service)).toEqual({
    selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
    maxUnavailable: { value: 1 },
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
});

test.each([2, '25%'] as const)('lets %p go when told so', (maxUnavailable) => {
  expect(renderDisruptionBudget({ ...service, maxUnavailable }).maxUnavailable?.value).toBe(
    maxUnavailable,
  );
});

test('never says how many must stay, which could hold up a drain for ever', () => {
  expect(renderDisruptionBudget(service)).not.toHaveProperty('minAvailable');
});
