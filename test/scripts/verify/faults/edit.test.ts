import {
  misspell,
  toText,
  valueAt,
  withKeyRenamed,
  withoutValueAt,
  withValueAt,
} from '../../../../scripts/verify/faults/edit';

const whole = { a: { b: [{ c: 1 }, { c: 2 }] }, d: { e: 'f' } };

test('a value is read, replaced, left out and renamed without touching the original', () => {
  const before = JSON.stringify(whole);

  expect(valueAt(whole, ['a', 'b', 1, 'c'])).toBe(2);
  expect(valueAt(whole, ['a', 'x', 1])).toBeUndefined();
  expect(withValueAt(whole, ['a', 'b', 1, 'c'], 3)).toEqual({
    ...whole,
    a: { b: [{ c: 1 }, { c: 3 }] },
  });
  expect(withoutValueAt(whole, ['a', 'b', 0])).toEqual({ ...whole, a: { b: [{ c: 2 }] } });
  expect(withoutValueAt(whole, ['d', 'e'])).toEqual({ ...whole, d: {} });
  expect(JSON.stringify(withKeyRenamed(whole, ['a'], 'z'))).toBe(before.replace('"a"', '"z"'));
  expect(JSON.stringify(whole)).toBe(before);
});

test('what a way does not touch is shared', () => {
  expect(withValueAt(whole, ['a'], 1)['d']).toBe(whole.d);
});

test('a name is misspelt as another one that nothing has', () => {
  expect(misspell('replicas', () => false)).toBe('replcas');
  expect(misspell('to', (name) => name === 't')).toBe('too');
  expect(misspell('a', () => false)).toBe('aa');
});

test('a way is written as people do', () => {
  expect(toText(['spec', 'ports', 0, 'port'])).toBe('spec.ports[0].port');
});
