import type { FailoverRecordProps } from '../../../lib/aws/dns/failover-record';
import { FailoverRecord } from '../../../lib/aws/dns/failover-record';
import type { Block } from '../../support/synth-stacks';
import { only, synthOne, thrownBy } from '../one-stack';

const PROPS: FailoverRecordProps = {
  zoneId: 'Z01',
  domainName: 'origin.shop.example.com',
  role: 'primary',
  loadBalancerDnsName: 'shop-1.eu-west-1.elb.amazonaws.com',
  loadBalancerZoneId: 'Z32O12XQLNTSW2',
};
const record = (props: Partial<FailoverRecordProps> = {}): Block =>
  only(
    synthOne((scope) => new FailoverRecord(scope, 'Record', { ...PROPS, ...props })),
    'aws_route53_record',
  );

test('leads to the load balancer while that is healthy', () => {
  expect(record()).toMatchObject({
    zone_id: 'Z01',
    name: 'origin.shop.example.com',
    type: 'A',
    set_identifier: 'primary',
    failover_routing_policy: { type: 'PRIMARY' },
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
    thrownBy((scope) => new FailoverRecord(scope, 'Record', { ...PROPS, domainName: 'origin' })),
  ).toThrow("[test/Record] domainName 'origin' is not a domain name");
});

test('the secondary takes the place of the primary', () => {
  expect(record({ role: 'secondary' })).toMatchObject({
    set_identifier: 'secondary',
    failover_routing_policy: { type: 'SECONDARY' },
  });
});
