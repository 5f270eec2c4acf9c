import { activeActive, DynamoTable, regional, Service, Topic } from '../../../lib/model';
import { NotificationSent } from '../contracts/notification-sent.gen';
import { userApi } from '../contracts/user.gen';
import { UserChanged } from '../contracts/user-changed.gen';
import { engagement, identity, image } from '../landscape';

/** Who the customers are and where they live. */
export const users = new Service(identity, 'user-service', {
  image: image('user-service'),
  api: userApi,
  handles: ['pii'],
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
  event: UserChanged,
  key: 'userId',
  peak: 20,
  recordSize: '0.5Ki',
  placement: regional({ partitionedBy: 'region: each publishes from its own replica' }),
});
users.publishes(userChanged, { outbox: profiles });

/** Tells customers what happens with their orders; its table remembers what was told. */
export const notifications = new Service(engagement, 'notification-service', {
  image: image('notification-service'),
  handles: ['pii'],
  replicas: { min: 2, max: 12 },
  resources: { cpu: '250m', memory: '256Mi' },
  throughput: { perReplica: 50, peak: 200 },
  objective: { availability: '99.9%' },
  processing: '150ms',
  secrets: { MAIL_API_KEY: 'mail-api-key' },
});
const deliveries = new DynamoTable(notifications, 'deliveries', {
  partitionKey: { name: 'notificationId', type: 'S' },
  timeToLive: 'expiresAt',
  placement: regional({ partitionedBy: 'customer home region' }),
});
export const notificationSent = new Topic(notifications, 'notification-sent', {
  partitions: 12,
  event: NotificationSent,
  key: 'userId',
  peak: 60,
  recordSize: '0.5Ki',
  placement: regional({ partitionedBy: 'customer home region' }),
});
notifications.publishes(notificationSent, { outbox: deliveries });
