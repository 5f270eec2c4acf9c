import { join } from 'node:path';
import { readManifests, readObjects } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import { system } from '../../../systems/shop/system';
import type { Check } from '../check';
import { rulesOver } from '../prometheus/other-period';
import {
  alertsOf,
  checkRules,
  classesOf,
  firstOfEach,
  playOf,
  shapesOf,
  statePlaysOf,
  testAlerts,
} from '../prometheus/prove-rules';
import { ruleFiles } from '../prometheus/rule-groups';
import { openTool } from '../prometheus/tools';

/** Every rule is read by promtool, and every alert lives through a failure there. */
export const prometheusRules: Check = {
  name: 'prometheus-rules',
  part: 'promtool of Prometheus',
  proves:
    'Every rule is one of Prometheus; every alert is silent just below its speed, fires in time above it and when all fails, and clears.',
  quick: true,
  boundSeconds: 1_500,
  boundMiB: 2_000,
  run: async ({ charts, folder, environment, quick, progress }) => {
    const promtool = await openTool('promtool', environment);
    const files = ruleFiles(readObjects(readManifests(charts)).objects);
    const problems = await checkRules(promtool, files, join(folder, 'check'));
    const emitted = alertsOf(files);
    const all = [...emitted, ...alertsOf(rulesOver(system, '28d'))];
    const alerts = quick ? classesOf(all) : shapesOf(all);
    const { played: states, unknown } = statePlaysOf(files);
    const played = [...alerts.map(playOf), ...(quick ? firstOfEach(states) : states)];
    const failures = await testAlerts(promtool, played, join(folder, 'test'), progress);
    const unplayed = unknown.map((name) => `[${name}] nobody says how it is played; add a play`);
    const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
    return {
      problems:
        emitted.length === 0
          ? [`[${charts}] no alerts were judged; synthesise first`]
          : [...problems, ...unplayed, ...failures],
      figure: `${count(rules.length, 'rule')}, ${count(played.length, 'alert')} played`,
      versions: promtool.version,
      notes: [
        `${all.length} alerts of objectives over 30 and 28 days, in ${count(shapesOf(all).length, 'shape')} that differ in more than names, ${classesOf(all).length} when quick`,
      ],
    };
  },
};
