import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import type { JsonValue } from '../../../../lib/contracts/document';
import { schemaComparison } from '../../../../lib/contracts/evolution/json-schema/compare';
import type { Difference } from '../../../../lib/contracts/evolution/json-schema/difference';
import { instances, jsonSchemaPairs } from './schema-pairs';

const PAIRS = 1000;
const INSTANCES = 40;

function differences(old: JsonValue, now: JsonValue): readonly Difference[] {
  return schemaComparison({ oldRoot: {}, newRoot: {}, undeclaredCounts: true })(old, now);
}

function has(found: readonly Difference[], ...effects: readonly string[]): boolean {
  return found.some(({ effect }) => effects.includes(effect));
}

const ajv = new Ajv2020({ strict: false, validateSchema: false });

describe('schemaComparison', () => {
  it('never calls a schema readable whose values ajv refuses, of thousands of pairs', () => {
    let judgedSafe = 0;
    let unsafe = 0;
    let witnessed = 0;

    fc.assert(
      fc.property(
        jsonSchemaPairs,
        fc.array(instances, { minLength: INSTANCES, maxLength: INSTANCES }),
        ([old, now], values) => {
          const found = differences(old, now);
          const [before, after] = [old, now].map((schema) => ajv.compile(schema as never));
          const narrows = values.some(
            (value) => before?.(value) === true && after?.(value) !== true,
          );
          const widens = values.some(
            (value) => before?.(value) !== true && after?.(value) === true,
          );
          if (narrows) witnessed += 1;
          if (has(found, 'narrowed', 'changed', 'unjudged')) unsafe += 1;
          else judgedSafe += 1;
          // What is said to be safe is safe; what is said not to be may be so.
          expect({
            narrows: narrows && !has(found, 'narrowed', 'changed', 'unjudged'),
            old,
            now,
          }).toMatchObject({ narrows: false });
          expect({
            widens: widens && !has(found, 'widened', 'changed', 'unjudged'),
            old,
            now,
          }).toMatchObject({ widens: false });
        },
      ),
      { numRuns: PAIRS, seed: 20261122 },
    );

    expect(judgedSafe / PAIRS).toBeGreaterThan(0.2);
    expect(unsafe / PAIRS).toBeGreaterThan(0.2);
    expect(witnessed / PAIRS).toBeGreaterThan(0.1);
  });
});
