import { Topic, type Service } from '../../lib/model';
import {
  consumerGroup,
  derivedVariables,
  planConnections,
  type ConnectionInput,
} from '../../lib/plan/connections';
import type { KafkaPlan } from '../../lib/plan';
import { plainService, PLACE } from './plans';

const BUILT: KafkaPlan = {
  kind: 'built',
  name: 'shop-production',
  brokers: 3,
  brokerType: 'kafka.m7g.large',
  storageGiB: 100,
  operatorRole: 'shop-production-eu-west-1-topic-operator',
  schemaRegistry: 'shop-production',
  copied: false,
};

function input(service: Service, vary: Partial<ConnectionInput> = {}): ConnectionInput {
  const { publications, consumptions } = service;
  return {
    ...{ service, publications, consumptions, stores: [], callees: [], schemas: [] },
    dataCidrs: ['10.0.224.0/22'],
    ...vary,
  };
}

test('a service knows its name and region, whatever its config says', () => {
  const { service } = plainService({ config: { B: 'b', A: 'a', AWS_REGION: 'mars' } });
  const { environment, reaches } = planConnections(PLACE, input(service));
  expect(environment).toStrictEqual({
    literals: { A: 'a', AWS_REGION: 'eu-west-1', B: 'b', SERVICE_NAME: 'orders' },
    parameters: {},
    secrets: {},
  });
  expect(Object.keys(environment.literals)).toStrictEqual(['A', 'AWS_REGION', 'B', 'SERVICE_NAME']);
  expect(reaches).toStrictEqual([]);
});

test('secrets are named below the service', () => {
  const { service } = plainService({ secrets: { KEY: 'card/key' } });
  expect(planConnections(PLACE, input(service)).environment.secrets).toStrictEqual({
    KEY: 'shop/production/orders/card/key',
  });
});

test('a callee is found by its address, and what to do without it by its operation', () => {
  const { service } = plainService();
  const { environment } = planConnections(
    PLACE,
    input(service, {
      callees: [
        {
          callee: { name: 'stock-service', namespace: 'fulfilment' },
          host: 'stock-service.fulfilment.svc.cluster.local',
          port: 9090,
          fallbacks: { CheckStock: 'cache' },
        },
      ],
    }),
  );
  expect(environment.literals).toStrictEqual({
    AWS_REGION: 'eu-west-1',
    FALLBACK_STOCK_SERVICE_CHECKSTOCK: 'cache',
    SERVICE_NAME: 'orders',
    STOCK_SERVICE_ADDRESS: 'stock-service.fulfilment.svc.cluster.local:9090',
  });
});

describe('Kafka', () => {
  const withTopics = (publishes: boolean, consumes: boolean) => {
    const { service } = plainService();
    const topic = new Topic(service, 'order-placed', { partitions: 3, key: 'orderId' });
    if (publishes) service.publishes(topic);
    if (consumes) service.consumes(topic);
    return service;
  };

  test('is found by its brokers, topics by their names and consumers by their group', () => {
    const plan = planConnections(PLACE, input(withTopics(true, true), { kafka: BUILT }));
    expect(plan.environment).toStrictEqual({
      literals: {
        AWS_REGION: 'eu-west-1',
        KAFKA_GROUP: 'orders',
        SERVICE_NAME: 'orders',
        TOPIC_ORDER_PLACED: 'order-placed',
      },
      parameters: { KAFKA_BROKERS: '/shop/production/eu-west-1/kafka/bootstrap-brokers' },
      secrets: {},
    });
    expect(plan.reaches).toStrictEqual([
      {
        name: 'kafka',
        hosts: ['*.kafka.eu-west-1.amazonaws.com'],
        port: 9098,
        protocol: 'TLS',
        cidrs: ['10.0.224.0/22'],
      },
    ]);
    expect(consumerGroup('orders')).toBe('orders');
  });

  test('gives a service that only publishes no group', () => {
    const plan = planConnections(PLACE, input(withTopics(true, false), { kafka: BUILT }));
    expect(plan.environment.literals).not.toHaveProperty('KAFKA_GROUP');
  });

  test('is nothing to a service that neither publishes nor consumes', () => {
    const plan = planConnections(PLACE, input(withTopics(false, false), { kafka: BUILT }));
    expect([plan.environment.parameters, plan.reaches]).toStrictEqual([{}, []]);
  });

  test('that exists is found by the brokers named, and all of its brokers are reached', () => {
    const bootstrapBrokers =
      'b-2.b.c2.kafka.eu-west-1.amazonaws.com:9098,b-1.b.c2.kafka.eu-west-1.amazonaws.com:9098,b-1.a.example.com:9098';
    const kafka: KafkaPlan = { kind: 'existing', clusterArn: 'arn', bootstrapBrokers };
    const { environment, reaches } = planConnections(
      PLACE,
      input(withTopics(true, false), { kafka }),
    );
    expect(environment.literals['KAFKA_BROKERS']).toBe(bootstrapBrokers);
    expect(environment.parameters).toStrictEqual({});
    expect(reaches[0]?.hosts).toStrictEqual([
      '*.a.example.com',
      '*.b.c2.kafka.eu-west-1.amazonaws.com',
    ]);
  });
});

test('derived variables are those that nobody asked for', () => {
  const { service } = plainService({ config: { LOG: 'info' }, secrets: { KEY: 'key' } });
  service.consumes(new Topic(service, 'placed', { partitions: 3, key: 'id' }));
  expect([...derivedVariables(PLACE, input(service, { kafka: BUILT }))].sort()).toStrictEqual([
    'AWS_REGION',
    'KAFKA_BROKERS',
    'KAFKA_GROUP',
    'SERVICE_NAME',
    'TOPIC_PLACED',
  ]);
});
