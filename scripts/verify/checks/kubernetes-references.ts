import { toLine } from '../../../lib/core/finding';
import { proveObjects, readManifests, readObjects, REFERENCE_RULES } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';

/** Every reference of every object to another of its cluster. */
export const kubernetesReferences: Check = {
  name: 'kubernetes-references',
  part: 'the rules of references of groundplan, on the files',
  proves:
    'Whatever an object names is emitted for the same cluster, or is on the short list of what others make.',
  quick: true,
  boundSeconds: 30,
  boundMiB: 500,
  run: ({ charts }) =>
    Promise.resolve().then(() => {
      const emitted = readObjects(readManifests(charts));
      const { length } = emitted.objects;
      const clusters = new Set(emitted.objects.map(({ cluster }) => cluster)).size;
      const problems = proveObjects(emitted).map(
        (finding) => `${toLine(finding)} (${finding.rule})`,
      );
      return {
        problems:
          length === 0 ? [`[${charts}] no objects were judged; synthesise first`] : problems,
        figure: `${count(length, 'object')} of ${count(clusters, 'cluster')}`,
        versions: count(REFERENCE_RULES.length, 'rule'),
      };
    }),
};
