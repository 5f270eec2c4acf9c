import { X509Certificate } from 'node:crypto';
import { rdsAuthorities } from '../../lib/plan/rds-authorities';

test('the authorities of a region are three, of that region, and sign for decades', () => {
  const certificates = (rdsAuthorities('eu-west-1') ?? '')
    .split(/(?<=-----END CERTIFICATE-----)\n/)
    .filter((text) => text !== '')
    .map((text) => new X509Certificate(text));

  expect(certificates.map(({ subject }) => /CN=(.*)/.exec(subject)?.[1])).toStrictEqual([
    'Amazon RDS eu-west-1 Root CA RSA2048 G1',
    'Amazon RDS eu-west-1 Root CA RSA4096 G1',
    'Amazon RDS eu-west-1 Root CA ECC384 G1',
  ]);
  for (const { ca, validTo } of certificates) {
    expect(ca).toBe(true);
    expect(new Date(validTo).getFullYear()).toBeGreaterThan(2060);
  }
});

test('a region that is newer than the package has none', () => {
  expect(rdsAuthorities('ca-west-1')).toBeUndefined();
});
