import { brokenIn, rightCluster, withValue } from './cluster-of';

const HOST = 'orders.shop.svc.cluster.local';

test.each([
  [
    'VirtualService/orders',
    'spec.hosts[0]',
    'x.shop.svc.cluster.local',
    "REF-007 VirtualService/orders spec.hosts[0]: no Service and no ServiceEntry has the host 'x.shop.svc.cluster.local'",
  ],
  [
    'VirtualService/orders',
    'spec.http[0].route[0].destination.port.number',
    81,
    `REF-007 VirtualService/orders spec.http[0].route[0].destination.port.number: ${HOST} has no port 81`,
  ],
  [
    'VirtualService/orders',
    'spec.http[0].route[0].destination.subset',
    'canary',
    `REF-007 VirtualService/orders spec.http[0].route[0].destination.subset: no DestinationRule of ${HOST} has a subset 'canary'`,
  ],
  [
    'VirtualService/orders',
    'spec.http[0].mirror.host',
    'order',
    "REF-007 VirtualService/orders spec.http[0].mirror.host: no Service and no ServiceEntry has the host 'order'",
  ],
  [
    'VirtualService/door',
    'spec.gateways[0]',
    'gate',
    "REF-007 VirtualService/door spec.gateways[0]: there is no gateway 'gate'",
  ],
  [
    'VirtualService/door',
    'spec.gateways[1]',
    'other/door',
    "REF-007 VirtualService/door spec.gateways[1]: there is no gateway 'other/door'",
  ],
  [
    'VirtualService/door',
    'spec.tcp[0].route[0].destination.host',
    'bank.example.org',
    "REF-007 VirtualService/door spec.tcp[0].route[0].destination.host: no Service and no ServiceEntry has the host 'bank.example.org'",
  ],
  [
    'VirtualService/door',
    'spec.tcp[0].route[0].destination.port.number',
    444,
    'REF-007 VirtualService/door spec.tcp[0].route[0].destination.port.number: api.bank.example.com has no port 444',
  ],
  [
    'DestinationRule/orders',
    'spec.trafficPolicy.portLevelSettings[0].port.number',
    81,
    `REF-007 DestinationRule/orders spec.trafficPolicy.portLevelSettings[0].port.number: ${HOST} has no port 81`,
  ],
  [
    'Sidecar/orders',
    'spec.egress[0].hosts[0]',
    'istio/*',
    "REF-007 Sidecar/orders spec.egress[0].hosts[0]: there is no namespace 'istio'",
  ],
  [
    'Sidecar/orders',
    'spec.egress[0].hosts[1]',
    'shop/x.shop.svc.cluster.local',
    "REF-007 Sidecar/orders spec.egress[0].hosts[1]: no Service and no ServiceEntry has the host 'x.shop.svc.cluster.local'",
  ],
  [
    'Sidecar/orders',
    'spec.egress[0].hosts[2]',
    './*.banc.example.com',
    "REF-007 Sidecar/orders spec.egress[0].hosts[2]: no Service and no ServiceEntry has the host '*.banc.example.com'",
  ],
  [
    'ConfigMap/settings',
    'data.PRICES',
    'prices.shop.svc.cluster.local',
    "REF-007 ConfigMap/settings data.PRICES: no Service and no ServiceEntry has the host 'prices.shop.svc.cluster.local'",
  ],
  [
    'ConfigMap/settings',
    'data.PRICES',
    `http://${HOST}:81/x`,
    `REF-007 ConfigMap/settings data.PRICES: ${HOST} has no port 81`,
  ],
])(
  'a host, port, subset or gateway that is not there: %s %s as %j',
  (object, path, value, finding) => {
    expect(brokenIn(withValue(rightCluster(), object, path, value))).toContain(finding);
  },
);
