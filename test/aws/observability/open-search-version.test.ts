import { OpenSearchVersion } from '../../../lib/aws/observability/open-search-version';

test('known versions and others', () => {
  expect(OpenSearchVersion.V2_19.version).toBe('2.19');
  expect(OpenSearchVersion.V3_1.version).toBe('3.1');
  expect(OpenSearchVersion.of('3.3').version).toBe('3.3');
});

test.each(['3', '3.1.0', 'OpenSearch_3.1', ''])("'%s' is no version", (version) => {
  expect(() => OpenSearchVersion.of(version)).toThrow(
    `OpenSearch version is '${version}', major and minor are needed; write it like '3.1'`,
  );
});
