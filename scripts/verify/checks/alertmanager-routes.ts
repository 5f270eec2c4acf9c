import { readManifests, readObjects } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { proveRoutes } from '../prometheus/prove-routes';
import { openTool } from '../prometheus/tools';

/** Every configuration of Alertmanager is read by amtool, and every alert goes to its team. */
export const alertmanagerRoutes: Check = {
  name: 'alertmanager-routes',
  part: 'amtool of Alertmanager',
  proves:
    'Alertmanager reads its configuration, and each page and ticket reaches the team it names.',
  quick: true,
  boundSeconds: 300,
  boundMiB: 500,
  run: async ({ charts, folder, environment }) => {
    const amtool = await openTool('amtool', environment);
    const { objects } = readObjects(readManifests(charts));
    const { problems, configurations, routed } = await proveRoutes(amtool, objects, folder);
    return {
      problems:
        routed === 0
          ? [`[${charts}] no alerts were routed; synthesise first`, ...problems]
          : problems,
      figure: `${count(configurations, 'configuration')}, ${count(routed, 'alert')} routed`,
      versions: amtool.version,
    };
  },
};
