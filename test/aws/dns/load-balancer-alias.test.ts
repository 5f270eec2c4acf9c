import { renderAlias } from '../../../lib/aws/dns/load-balancer-alias';

const ALIAS = {
  zoneId: 'Z01',
  domainName: 'origin.shop.example.com',
  loadBalancerDnsName: 'shop-1.eu-west-1.elb.amazonaws.com',
  loadBalancerZoneId: 'Z32O12XQLNTSW2',
};

test.each([undefined, 'check'])('health check %s', (healthCheckId) => {
  expect(renderAlias({ ...ALIAS, healthCheckId })).toEqual({
    zoneId: 'Z01',
    name: 'origin.shop.example.com',
    type: 'A',
    alias: {
      name: 'shop-1.eu-west-1.elb.amazonaws.com',
      zoneId: 'Z32O12XQLNTSW2',
      evaluateTargetHealth: true,
    },
    healthCheckId,
  });
});
