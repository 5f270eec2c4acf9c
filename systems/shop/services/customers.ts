import { activeActive, Api, DynamoTable, regional, Service, Topic } from '../../../lib/model';
import { engagement, identity, image } from '../landscape';

/** Who the customers are and where they live. */
export const users = new Service(identity, 'user-service', {
  image: image('user-service'),
  api: Api.http({
    GetUser: { method: 'GET', path: '/users/{userId}' },
    PutUser: { method: 'PUT', path: '/users/{userId}' },
    GetAddresses: { method: 'GET', path: '/users/{userId}/addresses' },
  }),
  replicas: { min: 3, max: 12 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 150, peak: 200 },
  objective: { availability: '99.95%', latency: { p99: '15ms' } },
  processing: '5ms',
});
const profiles = new DynamoTable(users, 'profiles', {
  partitionKey: { name: 'userId', type: 'S' },
  placement: activeActive({ conflict: 'last-writer-wins' }),
});
export const userChanged = new Topic(users, 'user-changed', {
  partitions: 12,
  key: 'userId',
  placement: regional({ partitionedBy: 'region: each publishes from its own replica' }),
});
users.publishes(userChanged, { outbox: profiles });

/** Tells customers what happens with their orders; its table remembers what was told. */
export const notifications = new Service(engagement, 'notification-service', {
  image: image('notification-service'),
  replicas: { min: 2, max: 12 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 200 },
  objective: { availability: '99.9%' },
  processing: '150ms',
  secrets: { MAIL_API_KEY: 'mail-api-key' },
});
new DynamoTable(notifications, 'deliveries', {
  partitionKey: { name: 'notificationId', type: 'S' },
  timeToLive: 'expiresAt',
  placement: regional({ partitionedBy: 'customer home region' }),
});
