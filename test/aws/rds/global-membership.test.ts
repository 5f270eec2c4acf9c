import {
  assertMembership,
  ignoreGlobalChanges,
  isPrimary,
  sourceOf,
} from '../../../lib/aws/rds/global-membership';

const SCOPE = { node: { path: 'x' } };
const PRIMARY = { identifier: 'orders', role: 'primary', primaryRegion: 'eu-west-1' } as const;
const SECONDARY = { identifier: 'orders', role: 'secondary', primaryRegion: 'eu-west-1' } as const;

test('only a primary is written to', () => {
  expect(isPrimary(PRIMARY)).toBe(true);
  expect(isPrimary(SECONDARY)).toBe(false);
  expect(isPrimary()).toBe(false);
});

test('only a secondary is copied from another region', () => {
  expect(sourceOf(SECONDARY)).toBe('eu-west-1');
  expect(sourceOf(PRIMARY)).toBeUndefined();
  expect(sourceOf()).toBeUndefined();
});

test('members ignore what the global database changes', () => {
  expect(ignoreGlobalChanges(PRIMARY)).toEqual({
    ignoreChanges: ['replication_source_identifier', 'engine_version'],
  });
  expect(ignoreGlobalChanges()).toEqual({});
});

test.each([undefined, PRIMARY, SECONDARY, { identifier: 'orders', role: 'primary' } as const])(
  '%j is a place in a global database',
  (global) => {
    expect(() => {
      assertMembership(SCOPE, global);
    }).not.toThrow();
  },
);

test('a secondary says where its primary is', () => {
  expect(() => {
    assertMembership(SCOPE, { identifier: 'orders', role: 'secondary' });
  }).toThrow(
    '[x] global.primaryRegion is not given, a secondary needs it; pass the region of the primary',
  );
});
