import { objectMetadata, serviceHost, SYNC_WAVE } from '../../../lib/k8s/support/metadata';

const identity = { name: 'orders', namespace: 'ordering', labels: { team: 'commerce' } };

test('metadata names the object, its namespace and its labels', () => {
  expect(objectMetadata(identity, SYNC_WAVE.workload)).toEqual({ ...identity, annotations: {} });
});

test.each([
  [SYNC_WAVE.foundation, '-2'],
  [SYNC_WAVE.policy, '-1'],
])('wave %p is annotated beside what was asked', (wave, text) => {
  expect(objectMetadata(identity, wave, { a: 'b' }).annotations).toEqual({
    a: 'b',
    'argocd.argoproj.io/sync-wave': text,
  });
});

test('a host name is written out, so that it means the same in every namespace', () => {
  expect(serviceHost('orders', 'ordering')).toBe('orders.ordering.svc.cluster.local');
});
