import { readSystem } from '../../lib/model';
import { indexSystem } from '../../lib/plan/index-of-system';
import { defineRule } from '../../lib/review/rule';
import { soundSystem } from '../support/systems';

test('defineRule puts into each finding what all findings of a rule share', () => {
  const text = {
    id: 'XYZ-001',
    title: 't',
    severity: 'warning',
    rationale: 'R.',
    formula: 'f',
    example: 'e',
    source: 'https://example.com',
  } as const;
  const rule = defineRule(text, ({ environments }) =>
    environments.map(({ name, node }) => ({
      ...{ path: node.path, problem: name, numbers: { one: 1 }, fix: 'mend it' },
    })),
  );
  const view = readSystem(soundSystem().system);
  const context = { view, index: indexSystem(view), environments: view.environments };

  expect(rule).toMatchObject(text);
  expect(rule.check(context)).toStrictEqual([
    {
      rule: 'XYZ-001',
      severity: 'warning',
      path: 'shop/Environment.production',
      problem: 'production',
      numbers: { one: 1 },
      fix: 'mend it',
      source: 'https://example.com',
    },
  ]);
});
