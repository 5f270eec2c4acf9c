import { playedFiles } from '../../../../scripts/verify/prometheus/scaled-rules';
import { rulesOver } from '../../../../scripts/verify/prometheus/other-period';
import { books } from '../../../support/books';

const files = rulesOver(books().system, '28d');

test('what is played stands in place of its group: nothing else records its series or fires its alert', () => {
  const played = playedFiles(files);
  const { rule, records } = played?.alert.planned ?? { rule: undefined, records: [] };
  const groups = played?.files.flatMap((file) => file.groups) ?? [];
  const rules = groups.flatMap((group) => group.rules);
  const sameAlert = rules.filter(
    ({ alert, labels }) =>
      alert === rule?.alert && JSON.stringify(labels) === JSON.stringify(rule?.labels),
  );

  expect(records.length).toBeGreaterThan(0);
  expect(sameAlert).toStrictEqual([played?.alert.group.rules.at(-1)]);
  expect(groups).toHaveLength(files.flatMap((file) => file.groups).length);
  expect(groups.filter(({ interval }) => interval === '1s')).toStrictEqual([played?.alert.group]);
  for (const { record, expr } of records)
    expect(rules.filter((one) => one.record === record && one.expr === expr)).toStrictEqual([]);
});

test('windows are sixty times as short, also where failures are counted over them', () => {
  const texts = playedFiles(files)?.alert.group.rules.map(({ expr }) => expr) ?? [];

  expect(texts.some((text) => text.includes('[5s]'))).toBe(true);
  expect(texts.at(-1)).toMatch(/ \* 60 >= \d+$/);
});

test('without a page there is nothing to play', () => {
  expect(playedFiles([{ name: 'empty', groups: [] }])).toBeUndefined();
});
