import type { LatencyRecordProps } from '../../../lib/aws/dns/latency-record';
import { LatencyRecord } from '../../../lib/aws/dns/latency-record';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: LatencyRecordProps = {
  zoneId: 'Z01',
  domainName: 'origin.shop.example.com',
  region: 'eu-west-1',
  loadBalancerDnsName: 'shop-1.eu-west-1.elb.amazonaws.com',
  loadBalancerZoneId: 'Z32O12XQLNTSW2',
};
const record = (props: Partial<LatencyRecordProps> = {}): Block =>
  only(
    synthOne((scope) => new LatencyRecord(scope, 'Record', { ...PROPS, ...props })),
    'aws_route53_record',
  );

test('leads to the load balancer while that is healthy', () => {
  expect(record()).toMatchObject({
    zone_id: 'Z01',
    name: 'origin.shop.example.com',
    type: 'A',
    set_identifier: 'eu-west-1',
    latency_routing_policy: { region: 'eu-west-1' },
    alias: {
      name: 'shop-1.eu-west-1.elb.amazonaws.com',
      zone_id: 'Z32O12XQLNTSW2',
      evaluate_target_health: true,
    },
  });
});

test('is an answer only while its health check passes, if it has one', () => {
  expect(record()).not.toHaveProperty('health_check_id');
  expect(record({ healthCheckId: 'check' })).toMatchObject({ health_check_id: 'check' });
});

test('fails if the domain is none', () => {
  expect(
    thrownBy((scope) => new LatencyRecord(scope, 'Record', { ...PROPS, domainName: 'origin' })),
  ).toThrow("[test/Record] domainName 'origin' is not a domain name");
});
