import type { EmittedObject } from '../../../lib/proof';
import type { KindSchema } from '../kubernetes/validator';
import { toText } from './edit';
import { contentOf, type ManifestJudge } from './manifest-judges';
import type { FaultClass, Operator } from './mutant';
import {
  changeFieldType,
  dropRequiredField,
  misspellField,
  type SchemaSubject,
} from './operators/manifest-fields';
import { widenManifest } from './operators/manifest-permissions';
import { breakManifestReference } from './operators/manifest-references';
import type { Tally } from './tally';

/** Operators on objects of manifests. */
const OPERATORS: readonly Operator<SchemaSubject>[] = [
  ...[dropRequiredField, changeFieldType, misspellField],
  ...[breakManifestReference, widenManifest],
];

/** Puts every fault into an object, one at a time, and counts which are found. */
export function seedObject(
  object: EmittedObject,
  schema: KindSchema,
  judges: Readonly<Record<FaultClass, ManifestJudge>>,
  tally: Tally,
  oneOf: number,
): void {
  const subject = { content: contentOf(object), schema };
  for (const { name, of, mutate } of OPERATORS)
    for (const { keys, what, content } of mutate(subject)) {
      if (!tally.isTurn(name, of, oneOf)) continue;
      const path = toText(keys);
      tally.add(name, of, {
        killed: judges[of](object, content),
        what: `${object.kind} ${path.replace(/\[\d+\]/g, '[]')} ${what}`,
        example: `${object.file} ${object.kind}/${object.name} ${path}`,
      });
    }
}
