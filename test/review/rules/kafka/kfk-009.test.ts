import { soundSystem } from '../../../support/systems';
import { breaches } from '../../breaches';

const handled = (processing: `${bigint}ms`) => soundSystem({ web: { processing } }).system;

describe('KFK-009', () => {
  test('accepts 500 records in five minutes', () => {
    expect(breaches(handled('600ms'), 'KFK-009')).toStrictEqual([]);
  });

  test('asks nothing of services that consume nothing', () => {
    expect(
      breaches(soundSystem({ orders: { processing: '700ms' } }).system, 'KFK-009'),
    ).toStrictEqual([]);
  });

  test('warns of longer', () => {
    expect(breaches(handled('601ms'), 'KFK-009')).toStrictEqual([
      {
        path: 'shop/BoundedContext.ordering/Service.web',
        problem:
          'processing is 601ms: 500 records of order-placed take 300500ms, and after 5m a consumer is taken for dead',
        numbers: {
          processingMs: 601,
          batchMs: 300500,
          maxPollIntervalMs: 300000,
          maxPollRecords: 500,
        },
        fix: 'let the client take 499 records at a time and acknowledge this, or set processing to 600ms',
      },
    ]);
  });
});
