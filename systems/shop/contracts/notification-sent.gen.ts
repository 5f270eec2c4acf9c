// Written by `groundplan contracts` from notification-sent.avsc: change that file, not this one.
import { EventSchema } from '../../../lib/model';

const source = {
  file: 'notification-sent.avsc',
  digest: 'sha256:e94de4dc800d83c465113c305f0f4f13951e8a04de279a965e72311efec22ca6',
};

/** The event shop.notification.NotificationSent. */
export const NotificationSent = new EventSchema('shop.notification.NotificationSent', {
  format: 'AVRO',
  fields: {
    notificationId: {
      type: 'string',
      required: true,
    },
    userId: {
      type: 'string',
      required: true,
    },
    kind: {
      type: 'string',
      required: true,
    },
    sentAt: {
      type: 'timestamp-millis',
      required: true,
    },
  },
  schema:
    '{"doc":"A customer was told something.","fields":[{"name":"notificationId","type":"string"},{"name":"userId","type":"string"},{"name":"kind","type":"string"},{"name":"sentAt","type":{"logicalType":"timestamp-millis","type":"long"}}],"name":"NotificationSent","namespace":"shop.notification","type":"record"}',
  source,
});
