import type { ImageScanningProps } from '../../../lib/aws/ecr/image-scanning';
import { ImageScanning } from '../../../lib/aws/ecr/image-scanning';
import { only, synthOne, thrownBy } from '../one-stack';

const filters = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `shop/${index}`);
const synth = (props: ImageScanningProps) =>
  only(
    synthOne((scope) => new ImageScanning(scope, 'Scanning', props)),
    'aws_ecr_registry_scanning_configuration',
  );

test.each([
  [{ repositories: ['shop/*'] }, 'CONTINUOUS_SCAN'],
  [{ repositories: ['shop/*'], when: 'on-push' } as const, 'SCAN_ON_PUSH'],
])('%j is scanned by %s', (props, frequency) => {
  expect(synth(props)).toMatchObject({
    scan_type: 'ENHANCED',
    rule: [
      {
        scan_frequency: frequency,
        repository_filter: [{ filter: 'shop/*', filter_type: 'WILDCARD' }],
      },
    ],
  });
});

test('takes a hundred filters', () => {
  expect(synth({ repositories: filters(100) })['rule']).toHaveLength(1);
});

test.each([0, 101])('refuses %d filters', (count) => {
  expect(
    thrownBy((scope) => new ImageScanning(scope, 'S', { repositories: filters(count) })),
  ).toThrow(
    `[test/S] repositories has ${count} entries, a registry takes 1 to 100; name fewer by writing '*' for what they share`,
  );
});
