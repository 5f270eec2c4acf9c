import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handbookVerb } from '../../lib/cli/handbook';
import { books } from '../support/books';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'groundplan-handbook-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

test('pages are written, then they are as they were', () => {
  const { system } = books();
  const first = handbookVerb(system, { out });
  const second = handbookVerb(system, { out });

  expect(first).toMatchObject({ exitCode: 0 });
  expect(first.text).toContain(`${join(out, 'runbooks/orders.md')} missing`);
  expect(first.text).toContain('5 pages, 5 changed');
  expect(second.text).toBe('5 pages, 0 changed');
});

test('to check is to write nothing, and to fail where something would be written', () => {
  const { system } = books();
  const missing = handbookVerb(system, { out, check: true });

  expect(missing.exitCode).toBe(1);
  expect(readdirSync(out)).toStrictEqual([]);
  handbookVerb(system, { out });
  expect(handbookVerb(system, { out, check: true }).exitCode).toBe(0);
  writeFileSync(join(out, 'runbooks/orders.md'), 'by hand');
  expect(handbookVerb(system, { out, check: true })).toMatchObject({
    exitCode: 1,
    text: `${join(out, 'runbooks/orders.md')} stale\n5 pages, 1 to change`,
  });
});

test('the page of a service that is gone goes, and what is not ours stays', () => {
  mkdirSync(join(out, 'runbooks'));
  for (const name of ['runbooks/gone.md', 'runbooks/photo.png', 'notes.md'])
    writeFileSync(join(out, name), '');
  const { text } = handbookVerb(books().system, { out, json: true });

  expect(text).toContain('"left over"');
  expect(existsSync(join(out, 'runbooks/gone.md'))).toBe(false);
  expect(readdirSync(out)).toContain('notes.md');
  expect(readdirSync(join(out, 'runbooks'))).toContain('photo.png');
});
