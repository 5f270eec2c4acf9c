import { freezeDeep } from '../../lib/plan/freeze';

test('everything in a value is frozen', () => {
  const value = { list: [{ deep: { deeper: 1 } }], text: 'x', nothing: null, absent: undefined };
  expect(freezeDeep(value)).toBe(value);
  const [first] = value.list;
  for (const part of [value, value.list, first, first?.deep])
    expect(Object.isFrozen(part)).toBe(true);
  expect(() => value.list.push({ deep: { deeper: 2 } })).toThrow(TypeError);
});

test.each([1, 'x', null, undefined, true])('%j needs no freezing', (value) => {
  expect(freezeDeep(value)).toBe(value);
});
