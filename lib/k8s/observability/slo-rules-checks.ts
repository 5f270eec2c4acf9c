import { PlatformError, type Scoped } from '../../core/errors';
import { assertName, assertWhole, INT32_MAX } from '../support/checks';
import { secondsOf } from './burn-alerts';
import type { SloObjective, SloWindow } from './slo-rules-props';

/** Of an objective with four windows 15 rates are recorded: four have 60. */
const MOST_OBJECTIVES = 4;
/** Days that Prometheus keeps at the least. */
const LONGEST_SECONDS = 3 * 86_400;

/** Throws unless every objective can be told of. */
export function assertObjectives(scope: Scoped, objectives: readonly SloObjective[]): void {
  assertWhole(scope, {
    ...{ prop: 'number of objectives', value: objectives.length, min: 1, max: MOST_OBJECTIVES },
    fix: 'measure what users notice: availability and latency',
  });
  const names = objectives.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new PlatformError(scope, `objectives has ${twice} twice`, 'give each a name of its own');
  for (const [index, objective] of objectives.entries())
    assertObjective(scope, `objectives[${index}]`, objective);
}

function assertObjective(scope: Scoped, prop: string, objective: SloObjective): void {
  const { name, budget, minFailures, windows } = objective;
  assertName(scope, `${prop}.name`, name, 'entity');
  if (!(budget > 0 && budget < 1))
    throw new PlatformError(
      scope,
      `${prop}.budget is ${budget}, it must be above 0 and below 1`,
      'write 99.9% as 0.001',
    );
  assertWhole(scope, {
    ...{ prop: `${prop}.minFailures`, value: minFailures, min: 1, max: INT32_MAX },
    fix: 'pass 10: fewer failures tell more of chance than of the service',
  });
  if (windows.length === 0)
    throw new PlatformError(scope, `${prop}.windows is empty`, 'pass one window at the least');
  for (const [index, window] of windows.entries())
    assertWindow(scope, `${prop}.windows[${index}]`, window, budget);
}

function assertWindow(scope: Scoped, prop: string, window: SloWindow, budget: number): void {
  const { long, short, factor } = window;
  for (const [key, text] of Object.entries({ long, short })) {
    const seconds = /^[1-9]\d*[smhd]$/.test(text) ? secondsOf(text) : 0;
    // Of the shortest window a rate needs two samples, four evaluations and what a scrape may miss.
    if (seconds >= 300 && seconds <= LONGEST_SECONDS) continue;
    const problem = `${prop}.${key} is ${text}, it must be from 5m to 3d`;
    throw new PlatformError(scope, problem, "write it like '5m', '6h' or '1d'");
  }
  if (!(secondsOf(short) < secondsOf(long)))
    throw new PlatformError(
      scope,
      `${prop}.short is ${short}, it must be below long, which is ${long}`,
      'pass a twelfth of the long window',
    );
  if (factor > 0 && factor * budget <= 1) return;
  throw new PlatformError(
    scope,
    `${prop}.factor is ${factor}: with a budget of ${budget} it asks for more than every request to fail`,
    'leave the window out, or promise more',
  );
}
