import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { burnAlerts, type BurnAlert } from './burn-alert';
import { distinctGroups, type Rule, type RuleFile } from './rule-groups';
import type { Tool } from './tools';
import { statePlays } from './state-plays';
import { nameOf, stateTest, unitTest, type UnitTestFile } from './unit-test';

const CHECK_SECONDS = 60;
const TEST_SECONDS = 300;
/** Tests that one process runs. */
const BATCH = 4;
/** Processes at a time. */
const AT_ONCE = 2;

/** Has every rule file read by promtool, and gives what it complains of. */
export async function checkRules(
  promtool: Tool,
  files: readonly RuleFile[],
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const paths = files.map(({ name, groups }) => {
    const path = `${name.replaceAll('/', '.')}.json`;
    writeFileSync(join(folder, path), JSON.stringify({ groups }));
    return path;
  });
  const { code, stdout, stderr } = await promtool.run(
    folder,
    CHECK_SECONDS,
    ...['check', 'rules'],
    ...paths,
  );
  if (code === 0) return [];
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^(Checking|SUCCESS)/.test(line));
  return said.map((line) => `[promtool check rules] ${line}; mend the expression`);
}

/** The alerts of rule files, each once. */
export function alertsOf(files: readonly RuleFile[]): readonly BurnAlert[] {
  return distinctGroups(files).flatMap(burnAlerts);
}

/** One alert of each shape: of those that differ in the names of services and in buckets alone, the first. */
export function shapesOf(alerts: readonly BurnAlert[]): readonly BurnAlert[] {
  const shapes = new Map<string, BurnAlert>();
  for (const alert of alerts) {
    const { rule, records } = alert;
    const text = [rule, ...records].map(({ expr }) => expr).join('\n');
    const shape = text.replaceAll(/(service|le|destination_\w+)=~?"[^"]*"/g, '$1');
    if (!shapes.has(shape)) shapes.set(shape, alert);
  }
  return [...shapes.values()];
}

/** One alert of each class: of those that differ in nothing but the service and how much it promises, the first. */
export function classesOf(alerts: readonly BurnAlert[]): readonly BurnAlert[] {
  const classes = new Map<string, BurnAlert>();
  for (const alert of alerts) {
    const { rule, ofRates, long, short } = alert;
    const [, factor = ''] = /> ([\d.e-]+) \*/.exec(rule.expr) ?? [];
    const key = [rule.labels['slo'], long, short, factor, ofRates].join(' ');
    if (!classes.has(key)) classes.set(key, alert);
  }
  return [...classes.values()];
}

/** What promtool is to play: some rules, and what is expected of them. */
export interface PlayedRules {
  /** For people, without blanks. */
  readonly name: string;
  /** The rules. */
  readonly rules: readonly Rule[];
  /** The tests of them, in a file of rules of this name. */
  readonly test: (ruleFile: string) => UnitTestFile;
}

/** The life of a service for an alert that looks at two windows. */
export function playOf(alert: BurnAlert): PlayedRules {
  return {
    name: nameOf(alert).replaceAll(' ', '.'),
    rules: [...alert.records, alert.rule],
    test: (ruleFile) => unitTest(alert, ruleFile),
  };
}

/** The alerts of a group that look at no windows, as they are played, and those that nobody knows how to play. */
export function statePlaysOf(files: readonly RuleFile[]): {
  readonly played: readonly PlayedRules[];
  readonly unknown: readonly string[];
} {
  const rules = distinctGroups(files).flatMap((group) => {
    const windowed = new Set(burnAlerts(group).map(({ rule }) => rule));
    return group.rules.filter((rule) => rule.alert !== undefined && !windowed.has(rule));
  });
  const played = rules.flatMap((rule): readonly PlayedRules[] => {
    const plays = statePlays(rule);
    const name = `${rule.labels['service'] ?? '?'}.${rule.alert ?? '?'}`;
    if (plays === undefined) return [];
    return [{ name, rules: [rule], test: (ruleFile) => stateTest(rule, plays, ruleFile) }];
  });
  const names = rules.flatMap((rule) => (statePlays(rule) ? [] : [rule.alert ?? '?']));
  return { played, unknown: [...new Set(names)] };
}

/** One of each alert: of those that differ in the service alone, the first. */
export function firstOfEach(played: readonly PlayedRules[]): readonly PlayedRules[] {
  const alertOf = ({ name }: PlayedRules): string => name.slice(name.lastIndexOf('.') + 1);
  return [...new Map([...played].reverse().map((one) => [alertOf(one), one])).values()];
}

/** Has promtool play rules, and gives what happened otherwise than it should. */
export async function testAlerts(
  promtool: Tool,
  played: readonly PlayedRules[],
  folder: string,
  progress: (text: string) => void,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const tests = played.map((one, index) => writeTest(one, folder, index));
  const batches = Array.from({ length: Math.ceil(tests.length / BATCH) }, (_, index) =>
    tests.slice(index * BATCH, (index + 1) * BATCH),
  );
  const problems: string[][] = batches.map(() => []);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < batches.length; index = next++) {
      progress(`${index * BATCH} of ${tests.length} alerts`);
      const batch = batches[index] ?? [];
      const ended = await promtool.run(folder, TEST_SECONDS, 'test', 'rules', ...batch);
      if (ended.code !== 0) problems[index] = failuresIn(`${ended.stdout}\n${ended.stderr}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problems.flat();
}

function writeTest(played: PlayedRules, folder: string, index: number): string {
  const name = `${played.name}.${index}`;
  const rules = `${name}.rules.json`;
  writeFileSync(join(folder, rules), JSON.stringify({ groups: [{ name, rules: played.rules }] }));
  writeFileSync(join(folder, `${name}.test.json`), JSON.stringify(played.test(rules)));
  return `${name}.test.json`;
}

/** The alert that an expectation is about: the names of files are printed elsewhere, and come all at once. */
function alertIn(line: string): string | undefined {
  const labels = ['service', 'alertname', 'slo', 'window'].flatMap(
    (label) => new RegExp(`\\b${label}=\\\\"([^"\\\\]+)`).exec(line)?.[1] ?? [],
  );
  return labels.length === 0 ? undefined : labels.join(' ');
}

/** What promtool said of each test that failed, a line each; a failure without words is one too. */
export function failuresIn(output: string): string[] {
  let test = '';
  const problems: string[] = [];
  for (const line of output.split('\n').map((one) => one.trim())) {
    const [, file] = /^Unit Testing:\s+(\S+)/.exec(line) ?? [];
    if (file !== undefined) test = file.replace(/\.\d+\.test\.json$/, '');
    const [, when] = /, time: (\w+),/.exec(line) ?? [];
    if (when !== undefined)
      problems.push(`[${alertIn(line) ?? test}] at ${when} the alert is not as planned`);
    else if (/error|parse/i.test(line)) problems.push(`[${test}] ${line}`);
  }
  return problems.length === 0 ? [`[${test}] promtool failed without a word`] : problems;
}
