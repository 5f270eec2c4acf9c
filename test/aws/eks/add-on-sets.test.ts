import { BEFORE_NODES, addOnsAfterNodes } from '../../../lib/aws/eks/add-on-sets';

const AFTER = addOnsAfterNodes({ criticalAddOnsOnly: false, tags: {} });

test('what a node needs comes before it, what needs a node after it', () => {
  expect(Object.keys(BEFORE_NODES)).toEqual(['vpc-cni', 'eks-pod-identity-agent', 'kube-proxy']);
  expect(Object.keys(AFTER)).toEqual(['coredns', 'metrics-server', 'aws-ebs-csi-driver']);
});

test('only what calls AWS has a role', () => {
  const withAccess = Object.entries({ ...BEFORE_NODES, ...AFTER })
    .filter(([, { access }]) => access !== undefined)
    .map(([name]) => name);

  expect(withAccess).toEqual(['vpc-cni', 'aws-ebs-csi-driver']);
});

test('metrics-server tolerates the taint where there is one', () => {
  const tainted = addOnsAfterNodes({ criticalAddOnsOnly: true, tags: {} });

  expect(AFTER['metrics-server']?.configuration).toBeUndefined();
  expect(tainted['metrics-server']?.configuration).toEqual({
    tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
  });
});

test('volumes have tags where there are some', () => {
  const tagged = addOnsAfterNodes({ criticalAddOnsOnly: false, tags: { Team: 'orders' } });

  expect(AFTER['aws-ebs-csi-driver']?.configuration).toBeUndefined();
  expect(tagged['aws-ebs-csi-driver']?.configuration).toEqual({
    controller: { extraVolumeTags: { Team: 'orders' } },
  });
});
