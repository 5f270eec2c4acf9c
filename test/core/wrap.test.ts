import { indented, wrap } from '../../lib/core/wrap';

describe('wrap', () => {
  it.each([
    ['', 5, ['']],
    ['abcde', 5, ['abcde']],
    ['abcdef', 5, ['abcde', 'f']],
    ['ab cd', 5, ['ab cd']],
    ['ab cde', 5, ['ab', 'cde']],
    ['a  b', 5, ['a  b']],
    ['ab/cd/efg', 6, ['ab/cd/', 'efg']],
    ['ab/cd/efg', 5, ['ab/', 'cd/', 'efg']],
    ['/abcdef', 5, ['/abcd', 'ef']],
    ['abc abcdef', 5, ['abc', 'abcde', 'f']],
    ['  ab cd', 7, ['  ab cd']],
    ['  ab cd', 6, ['  ab', 'cd']],
    ['   ', 5, ['   ']],
  ])('breaks %j at %i into %j', (text, width, lines) => {
    expect(wrap(text, width)).toStrictEqual(lines);
  });
});

describe('indented', () => {
  it.each([
    ['ab cd', 2, 7, ['  ab cd']],
    ['ab cd', 2, 6, ['  ab', '  cd']],
    ['abc', 4, 4, ['    a', '    b', '    c']],
  ])('puts %j behind %i spaces within %i', (text, spaces, width, lines) => {
    expect(indented(text, spaces, width)).toStrictEqual(lines);
  });
});
