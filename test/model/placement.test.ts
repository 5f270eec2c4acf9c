import { activeActive, primary, regional } from '../../lib/model';

test('each region may have its own', () => {
  expect(regional({ partitionedBy: 'customer home region' })).toStrictEqual({
    kind: 'regional',
    partitionedBy: 'customer home region',
  });
});

test('one region may write, and no other reads unless it is said', () => {
  expect(primary('eu-west-1')).toStrictEqual({
    kind: 'primary',
    region: 'eu-west-1',
    readers: [],
  });
  expect(primary('eu-west-1', { readers: 'everywhere' }).readers).toBe('everywhere');
  expect(primary('eu-west-1', { readers: ['us-east-1'] }).readers).toStrictEqual(['us-east-1']);
});

test('all regions may write', () => {
  expect(activeActive({ conflict: 'last-writer-wins' })).toStrictEqual({
    kind: 'active-active',
    conflict: 'last-writer-wins',
  });
});
