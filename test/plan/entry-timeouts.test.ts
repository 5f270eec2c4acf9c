import { App } from 'cdktf';
import { writeCharts } from '../../charts';
import { planSystem } from '../../lib/plan';
import {
  ENTRY_ROUTE_MS,
  LOAD_BALANCER_IDLE_SECONDS,
  ORIGIN_RESPONSE_SECONDS,
  waitingForEntries,
} from '../../lib/plan/entry-timeouts';
import { addStacks } from '../../stacks';
import { market } from '../support/market';
import { filesBelow, inTemporary } from '../support/written';

test('the route is the most impatient, with an edge and without', () => {
  expect(waitingForEntries({ edge: 'none' }).map(({ milliseconds }) => milliseconds)).toStrictEqual(
    [15_000],
  );
  expect(
    waitingForEntries({ edge: 'cloudfront' }).map(({ milliseconds }) => milliseconds),
  ).toStrictEqual([15_000, 60_000, 60_000]);
});

test('what is emitted waits as long', () => {
  const plan = planSystem(market().system);
  const texts = inTemporary((directory) => {
    const app = new App({ outdir: `${directory}/out` });
    addStacks(app, plan);
    app.synth();
    writeCharts(plan, `${directory}/dist`);
    return [...filesBelow(directory).values()].join('\n');
  });
  const seconds = (pattern: RegExp) => new Set([...texts.matchAll(pattern)].map(([, at]) => at));

  expect(seconds(/"origin_read_timeout": (\d+)/g)).toStrictEqual(
    new Set([`${ORIGIN_RESPONSE_SECONDS}`]),
  );
  expect(seconds(/"idle_timeout": (\d+)/g)).toStrictEqual(
    new Set([`${LOAD_BALANCER_IDLE_SECONDS}`]),
  );
  expect(texts).toContain(`timeout: ${ENTRY_ROUTE_MS / 1_000}s`);
});
