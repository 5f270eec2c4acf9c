import { closest } from '../../lib/cli/closest';

const RULES = ['KFK-001', 'RTY-001', 'RTY-002', 'TMO-001', 'TMO-002', 'TMO-003', 'TMO-004'];

describe('closest', () => {
  it('puts fewer edits first and equal ones in order of name', () => {
    expect(closest('RTY-01', RULES)).toStrictEqual(['RTY-001', 'RTY-002']);
  });

  it('does not tell letters of two cases apart', () => {
    expect(closest('kfk-001', ['KFK-001', 'KFK-002'])).toStrictEqual(['KFK-001', 'KFK-002']);
  });

  it('names three at most, or as many as asked for', () => {
    expect(closest('TMO-009', RULES)).toStrictEqual(['TMO-001', 'TMO-002', 'TMO-003']);
    expect(closest('TMO-009', RULES, 1)).toStrictEqual(['TMO-001']);
  });

  it('names what half the letters away, and nothing further', () => {
    expect(closest('abxx', ['abcd'])).toStrictEqual(['abcd']);
    expect(closest('axxx', ['abcd'])).toStrictEqual([]);
  });

  it('allows a one-letter word one edit', () => {
    expect(closest('a', ['b', 'bc'])).toStrictEqual(['b']);
  });
});
