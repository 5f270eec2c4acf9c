import { KubernetesVersion } from '../../../lib/aws/eks/kubernetes-version';

test.each([
  [KubernetesVersion.V1_33, '1.33'],
  [KubernetesVersion.V1_34, '1.34'],
  [KubernetesVersion.V1_35, '1.35'],
  [KubernetesVersion.V1_36, '1.36'],
  [KubernetesVersion.of('1.99'), '1.99'],
])('%j is %s', (version, text) => {
  expect(version.version).toBe(text);
});

test.each(['1', '1.35.1', 'v1.35', '2.0'])('refuses %s', (text) => {
  expect(() => KubernetesVersion.of(text)).toThrow(
    `version '${text}' is not a minor version of Kubernetes; write it like '1.35'`,
  );
});

test('knows how long EKS supports it', () => {
  expect(KubernetesVersion.V1_35).toMatchObject({
    endOfStandardSupport: '2027-03-27',
    endOfExtendedSupport: '2028-03-27',
  });
});

test('of a version that is not in the calendar the end is unknown', () => {
  const version = KubernetesVersion.of('1.99');

  expect(version.endOfStandardSupport).toBeUndefined();
  expect(version.endOfExtendedSupport).toBeUndefined();
});
