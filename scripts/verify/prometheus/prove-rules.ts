import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { burnAlerts, type BurnAlert } from './burn-alert';
import { distinctGroups, type RuleFile } from './rule-groups';
import type { Tool } from './tools';
import { nameOf, unitTest } from './unit-test';

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

/** Plays the life of a service for each alert, and gives what happened otherwise than it should. */
export async function testAlerts(
  promtool: Tool,
  alerts: readonly BurnAlert[],
  folder: string,
  progress: (text: string) => void,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const tests = alerts.map((alert, index) => writeTest(alert, folder, index));
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

function writeTest(alert: BurnAlert, folder: string, index: number): string {
  const name = `${nameOf(alert).replaceAll(' ', '.')}.${index}`;
  const rules = `${name}.rules.json`;
  const group = { name, rules: [...alert.records, alert.rule] };
  writeFileSync(join(folder, rules), JSON.stringify({ groups: [group] }));
  writeFileSync(join(folder, `${name}.test.json`), JSON.stringify(unitTest(alert, rules)));
  return `${name}.test.json`;
}

/** What promtool said of each test that failed, a line each; a failure without words is one too. */
export function failuresIn(output: string): string[] {
  let test = '';
  const problems: string[] = [];
  for (const line of output.split('\n').map((one) => one.trim())) {
    const [, file] = /^Unit Testing:\s+(\S+)/.exec(line) ?? [];
    if (file !== undefined) test = file.replace(/\.\d+\.test\.json$/, '');
    const [, when] = /, time: (\w+),/.exec(line) ?? [];
    if (when !== undefined) problems.push(`[${test}] at ${when} the alert is not as planned`);
    else if (/error|parse/i.test(line)) problems.push(`[${test}] ${line}`);
  }
  return problems.length === 0 ? [`[${test}] promtool failed without a word`] : problems;
}
