import { version as typescript } from 'typescript';
import { readManifests, readObjects } from '../../../lib/proof';
import { count } from '../../../lib/review/texts';
import type { Check } from '../check';
import { judgeObjects } from '../kubernetes/judge-objects';
import { checkTypes } from '../kubernetes/type-check';
import { openModels } from '../kubernetes/type-models';
import { isJson } from '../stack-files';

/** Every object against the TypeScript models that are published of its kind: needs nothing but npm. */
export const kubernetesTypes: Check = {
  name: 'kubernetes-types',
  part: 'the models of Kubernetes and of custom resources, and the compiler of TypeScript',
  proves: 'Every object has the fields and types of its kind, and no others.',
  quick: true,
  boundSeconds: 60,
  boundMiB: 1500,
  run: ({ charts, root }) =>
    Promise.resolve().then(() => {
      const emitted = readObjects(readManifests(charts));
      const contents = emitted.objects.map(({ root: { value } }) => (isJson(value) ? value : {}));
      const { problems, withoutModel, judged } = checkTypes(contents, openModels(root), root);
      const of = new Map(contents.map((content, index) => [content, problems[index] ?? []]));
      const lines = judgeObjects(emitted, { judge: (content) => of.get(content) ?? [] });
      return {
        problems: judged === 0 ? [`[${charts}] no objects were judged; synthesise first`] : lines,
        figure: `${count(judged, 'object')} of ${emitted.objects.length}`,
        versions: `typescript ${typescript}`,
        notes: [...withoutModel]
          .sort()
          .map(([kind, number]) => `no model of ${kind}: ${count(number, 'object')} not judged`),
      };
    }),
};
