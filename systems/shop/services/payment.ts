import { PostgresDatabase, regional, Service, Topic } from '../../../lib/model';
import { PaymentSettled } from '../contracts/payment-settled.gen';
import { paymentService } from '../contracts/payment.gen';
import { image, payment } from '../landscape';

/** Takes the money for placed orders; nobody waits for it. */
export const payments = new Service(payment, 'payment-service', {
  image: image('payment-service'),
  api: paymentService,
  handles: ['pci', 'pii'],
  replicas: { min: 3, max: 12 },
  resources: { cpu: '500m', memory: '512Mi' },
  throughput: { perReplica: 20, peak: 60 },
  objective: { availability: '99.95%' },
  processing: '400ms',
  secrets: { CARD_PROCESSOR_KEY: 'card-processor-key' },
});
export const ledger = new PostgresDatabase(payments, 'payments', {
  storage: '100Gi',
  poolPerReplica: 10,
  placement: regional({ partitionedBy: 'customer home region' }),
});
export const paymentSettled = new Topic(payments, 'payment-settled', {
  partitions: 60,
  event: PaymentSettled,
  key: 'orderId',
  peak: 60,
  recordSize: '0.5Ki',
  retention: '14d',
  placement: regional({ partitionedBy: 'customer home region' }),
});
payments.publishes(paymentSettled, { outbox: ledger });
