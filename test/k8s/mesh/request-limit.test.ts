import { RequestLimit } from '../../../lib/k8s';
import { only, synthChart } from '../../support/synth-charts';

const build = (maxBytes: number) =>
  only(
    synthChart((chart) => {
      const labels = { 'app.kubernetes.io/name': 'reviews' };
      new RequestLimit(chart, 'Limit', { name: 'reviews', namespace: 'catalog', labels, maxBytes });
    }),
    'EnvoyFilter',
  );

test('larger requests are refused by the proxy of the workload alone', () => {
  const { metadata, ...object } = build(16_384);

  expect(metadata).toMatchObject({ name: 'reviews', namespace: 'catalog' });
  expect(object).toMatchObject({
    spec: {
      workloadSelector: { labels: { 'app.kubernetes.io/name': 'reviews' } },
      configPatches: [
        {
          applyTo: 'HTTP_FILTER',
          match: { context: 'SIDECAR_INBOUND' },
          patch: {
            operation: 'INSERT_BEFORE',
            value: {
              name: 'envoy.filters.http.buffer',
              typed_config: { max_request_bytes: 16_384 },
            },
          },
        },
      ],
    },
  });
});

test.each([1, 4_294_967_295])('%d bytes are a bound', (bytes) => {
  expect(() => build(bytes)).not.toThrow();
});

test.each([0, 1.5, 4_294_967_296, Number.NaN])('%d bytes are none', (bytes) => {
  expect(() => build(bytes)).toThrow(
    `maxBytes is ${bytes}, it must be a whole number from 1 to 4294967295; pass the bytes of the largest request`,
  );
});
