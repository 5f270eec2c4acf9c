import { formatTable } from '../../lib/cli/table';

describe('formatTable', () => {
  it('aligns columns under their headings and leaves no space at the end of a line', () => {
    const table = formatTable(
      ['NAME', 'TEAM'],
      [
        ['order-service', 'commerce'],
        ['cart', 'a'],
      ],
    );

    expect(table).toBe('NAME           TEAM\norder-service  commerce\ncart           a');
  });

  it('says (none) of no rows', () => {
    expect(formatTable(['NAME'], [])).toBe('(none)');
  });

  it('fills cells that a row leaves out', () => {
    expect(formatTable(['A', 'B', 'C'], [['1', '', '3'], ['1']])).toBe('A  B  C\n1     3\n1');
  });

  it('keeps a table of exactly the width on one line a row', () => {
    const table = formatTable(['A', 'B'], [['x'.repeat(49), 'y'.repeat(49)]]);

    expect(table.split('\n')).toHaveLength(2);
    expect(table.split('\n')[1]).toHaveLength(100);
  });

  it('wraps the widest column when one character is too many', () => {
    const table = formatTable(['A', 'B'], [['x'.repeat(50), 'y'.repeat(49)]]);

    expect(table.split('\n')).toStrictEqual([
      `A${' '.repeat(50)}B`,
      `${'x'.repeat(49)}  ${'y'.repeat(49)}`,
      'x',
    ]);
  });

  it('wraps at spaces inside the column and keeps the next column in place', () => {
    const table = formatTable(['NAMES', 'N'], [['one two three four', '4']], 12);

    expect(table).toBe('NAMES      N\none two    4\nthree\nfour');
  });

  it('never makes a column narrower than 6', () => {
    const table = formatTable(['A', 'B'], [['abcdefgh', 'ijklmnop']], 4);

    expect(table).toBe('A       B\nabcdef  ijklmn\ngh      op');
  });
});
