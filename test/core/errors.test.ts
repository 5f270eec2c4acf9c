import { PlatformError, UnscopedPlatformError } from '../../lib/core/errors';

describe('PlatformError', () => {
  test('says where, what and how to mend it', () => {
    const scope = { node: { path: 'data/Events' } };

    const error = new PlatformError(
      scope,
      'subnetIds has 1 entry, MSK needs 2 or more',
      'pass one private subnet per zone',
    );

    expect(error.message).toBe(
      '[data/Events] subnetIds has 1 entry, MSK needs 2 or more; pass one private subnet per zone',
    );
  });

  test('names the root, whose path is empty', () => {
    const error = new PlatformError({ node: { path: '' } }, 'name is empty', 'name the system');

    expect(error.message).toBe('[<root>] name is empty; name the system');
  });

  test('is an error with a name of its own', () => {
    const error = new PlatformError({ node: { path: 'a' } }, 'b', 'c');

    expect(error).toBeInstanceOf(Error);
    expect(error.toString()).toBe('PlatformError: [a] b; c');
  });
});

describe('UnscopedPlatformError', () => {
  test('says what and how to mend it', () => {
    const error = new UnscopedPlatformError('zones is 7, a VPC has 1 to 6', 'name fewer zones');

    expect(error.message).toBe('zones is 7, a VPC has 1 to 6; name fewer zones');
  });

  test('is an error with a name of its own, and no PlatformError', () => {
    const error = new UnscopedPlatformError('a', 'b');

    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(PlatformError);
    expect(error.toString()).toBe('UnscopedPlatformError: a; b');
  });
});
