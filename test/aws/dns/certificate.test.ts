import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LbListenerCertificate } from '@cdktf/provider-aws/lib/lb-listener-certificate';
import { Token } from 'cdktf';
import type { CertificateProps } from '../../../lib/aws/dns/certificate';
import { Certificate } from '../../../lib/aws/dns/certificate';
import type { SynthesizedStack } from '../../support/synth-stacks';
import { all, only, synthOne, thrownBy } from '../one-stack';

const PROPS: CertificateProps = { domainName: 'shop.example.com', zoneId: 'Z01' };
const synth = (props: Partial<CertificateProps> = {}): SynthesizedStack =>
  synthOne((scope) => new Certificate(scope, 'Certificate', { ...PROPS, ...props }));

test('is validated by DNS and replaced by its successor', () => {
  const certificate = only(synth(), 'aws_acm_certificate');

  expect(certificate).toMatchObject({
    domain_name: 'shop.example.com',
    validation_method: 'DNS',
    lifecycle: { create_before_destroy: true },
    tags: { Name: 'shop.example.com' },
  });
  expect(certificate).not.toHaveProperty('subject_alternative_names');
});

test('a validation record is found by its domain', () => {
  const option = (attribute: string): unknown =>
    expect.stringMatching(
      new RegExp(
        `^\\$\\{zipmap\\((aws_acm_certificate\\.\\w+\\.domain_validation_options)\\[\\*\\]\\.domain_name, \\1\\[\\*\\]\\.${attribute}\\)\\["shop\\.example\\.com"\\]\\}$`,
      ),
    );

  expect(only(synth(), 'aws_route53_record')).toMatchObject({
    zone_id: 'Z01',
    name: option('resource_record_name'),
    type: option('resource_record_type'),
    records: [option('resource_record_value')],
    ttl: 60,
    allow_overwrite: true,
  });
});

test('a domain and its wildcard share a record', () => {
  const stack = synth({
    alternativeNames: ['*.shop.example.com', 'origin.shop.example.com'],
  });

  expect(only(stack, 'aws_acm_certificate')).toMatchObject({
    subject_alternative_names: ['*.shop.example.com', 'origin.shop.example.com'],
  });
  expect(all(stack, 'aws_route53_record').map(({ name }) => name)).toEqual([
    expect.stringContaining('["origin.shop.example.com"]'),
    expect.stringContaining('["shop.example.com"]'),
  ]);
});

test('is handed out once it is issued', () => {
  const stack = synthOne((scope) => {
    const { arn } = new Certificate(scope, 'Certificate', PROPS);
    new LbListenerCertificate(scope, 'User', { listenerArn: 'listener', certificateArn: arn });
  });

  expect(only(stack, 'aws_lb_listener_certificate')).toMatchObject({
    certificate_arn: expect.stringMatching(
      /^\$\{aws_acm_certificate_validation\..+\.certificate_arn\}$/,
    ) as string,
  });
  expect(only(stack, 'aws_acm_certificate_validation')).toMatchObject({
    validation_record_fqdns: [expect.stringMatching(/^\$\{aws_route53_record\..+\.fqdn\}$/)],
  });
});

test('without a zone it waits for records that are there already', () => {
  const stack = synth({ zoneId: undefined });

  expect(all(stack, 'aws_route53_record')).toEqual([]);
  expect(only(stack, 'aws_acm_certificate_validation')).not.toHaveProperty(
    'validation_record_fqdns',
  );
});

test('belongs to the provider it is given, its records do not', () => {
  const stack = synthOne((scope) => {
    const provider = new AwsProvider(scope, 'Virginia', { region: 'us-east-1', alias: 'virginia' });
    new Certificate(scope, 'Certificate', { ...PROPS, provider });
  });

  expect(only(stack, 'aws_acm_certificate')).toMatchObject({ provider: 'aws.virginia' });
  expect(only(stack, 'aws_acm_certificate_validation')).toMatchObject({ provider: 'aws.virginia' });
  expect(only(stack, 'aws_route53_record')).not.toHaveProperty('provider');
});

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `n${index}.example.com`);

test('has up to 100 names', () => {
  expect(all(synth({ alternativeNames: names(99) }), 'aws_route53_record')).toHaveLength(100);
});

test.each([
  [
    { alternativeNames: names(100) },
    '[test/Certificate] domainName and alternativeNames are 101, a certificate has at most 100; use a wildcard or a second certificate',
  ],
  [
    { alternativeNames: ['shop.example.com'] },
    "[test/Certificate] alternativeNames repeats 'shop.example.com'; name each domain once",
  ],
  [{ domainName: 'shop' }, "[test/Certificate] domainName 'shop' is not a domain name"],
  [
    { alternativeNames: ['*.*.example.com'] },
    "[test/Certificate] alternativeNames '*.example.com' is not a domain name",
  ],
  [
    { domainName: Token.asString({ resolve: () => 'x' }) },
    '[test/Certificate] domainName is known only to Terraform, each validation record is named after a domain; pass the text',
  ],
])('fails if %j', (props, problem) => {
  expect(
    thrownBy((scope) => new Certificate(scope, 'Certificate', { ...PROPS, ...props })),
  ).toThrow(problem);
});
