import type { EmittedObjects } from '../../../lib/proof';
import { isJson } from '../stack-files';
import type { Validator } from './validator';

/** Everything that is wrong with objects by the schemas of their kinds, a line each, in the order of the manifests. */
export function judgeObjects(
  { objects, unreadable }: EmittedObjects,
  validator: Pick<Validator, 'judge'>,
): readonly string[] {
  return [
    ...unreadable.map(
      ({ file, problem }) => `[${file}] ${problem}; emit objects of Kubernetes only`,
    ),
    ...objects.flatMap(({ file, kind, name, root }) =>
      validator
        .judge(isJson(root.value) ? root.value : {})
        .map(({ path, problem }) => `[${`${file} ${kind}/${name} ${path}`.trim()}] ${problem}`),
    ),
  ];
}
