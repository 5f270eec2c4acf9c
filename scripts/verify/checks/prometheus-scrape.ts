import { readManifests, readObjects } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { proveScrape } from '../prometheus/prove-scrape';
import { ruleFiles } from '../prometheus/rule-groups';
import { openTool } from '../prometheus/tools';

/** A Prometheus that runs scrapes a service that fails, and fires the alert. */
export const prometheusScrape: Check = {
  name: 'prometheus-scrape',
  part: 'Prometheus',
  proves:
    'A Prometheus that runs loads the rules of a cluster, scrapes a service that fails, fires its page (sixty times as fast) and clears it.',
  quick: true,
  boundSeconds: 240,
  boundMiB: 1_000,
  run: async ({ charts, folder, environment, progress }) => {
    const { version } = await openTool('prometheus', environment);
    const { objects } = readObjects(readManifests(charts));
    const [first] = objects;
    const files = ruleFiles(objects.filter(({ cluster }) => cluster === first?.cluster));
    const { problems, firedAfter, rules } = await proveScrape({
      ...{ files, folder, environment, progress },
    });
    return {
      problems,
      figure: `${count(rules, 'rule')} loaded, fired after ${firedAfter?.toFixed(1) ?? '?'} s`,
      versions: version,
    };
  },
};
