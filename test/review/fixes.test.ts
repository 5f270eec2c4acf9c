import { RULES } from '../../lib/review';
import { addService, emptyContext } from '../support/systems';
import { breaches } from './breaches';
import { CAPACITY } from './mended/capacity';
import { DATA } from './mended/data';
import { PROMISES } from './mended/promises';
import { TIMES } from './mended/times';

const MENDED = [...CAPACITY, ...PROMISES, ...TIMES, ...DATA];

/** Fixes that are no number to be put in place of another: something is added, removed, renamed or decided. */
const DECIDED: ReadonlySet<string> = new Set([
  ...['ARC-001', 'ARC-002', 'ARC-003', 'ARC-004', 'ARC-005', 'ARC-006', 'CFG-001'],
  ...['CTX-001', 'CTX-002', 'DAT-001', 'DAT-002', 'DAT-003', 'DAT-004'],
  ...['KFK-002', 'KFK-006', 'KFK-008'],
  ...['NET-002', 'NET-003', 'NET-004', 'NET-005', 'REG-001', 'REG-002'],
  ...['OWN-001', 'REL-001', 'REL-002', 'REL-003'],
]);

test.each(MENDED)('$rule is mended by $what of its fix', ({ rule, fix, asOf, build }) => {
  const found = breaches(build(), rule, asOf);
  const [, value] = found.map((each) => fix.exec(each.fix)).find((match) => match !== null) ?? [];

  expect(found.map((each) => each.fix).join('; ')).toMatch(fix);
  expect([value, breaches(build(value), rule, asOf)]).toStrictEqual([value, []]);
});

test('every rule is mended by its number, or is known to have none', () => {
  const tried = new Set(MENDED.map(({ rule }) => rule));
  const ids = RULES.map(({ id }) => id);

  // What contracts lack is a version or a field, never a number.
  const known = (id: string) => tried.has(id) || DECIDED.has(id) || id.startsWith('CON-');
  expect(ids.filter((id) => !known(id))).toStrictEqual([]);
  expect([...tried, ...DECIDED].filter((id) => !ids.includes(id))).toStrictEqual([]);
  expect([...tried].filter((id) => DECIDED.has(id))).toStrictEqual([]);
});

test('a system without environments and edges breaks nothing that is counted', () => {
  const { system, context } = emptyContext();
  addService(context, 'alone');

  expect(MENDED.flatMap(({ rule }) => breaches(system, rule))).toStrictEqual([]);
});
