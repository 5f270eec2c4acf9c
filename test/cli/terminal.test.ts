import { terminalWidth } from '../../lib/cli/terminal';

test('a line is as wide as the terminal, and 100 characters where there is none', () => {
  expect(terminalWidth({ columns: 73 })).toBe(73);
  expect(terminalWidth({ columns: 250 })).toBe(250);
  expect(terminalWidth({})).toBe(100);
});

test('a line is never narrower than 40 characters', () => {
  expect(terminalWidth({ columns: 40 })).toBe(40);
  expect(terminalWidth({ columns: 39 })).toBe(40);
});
