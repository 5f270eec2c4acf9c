import { count } from '../../../lib/review/texts';
import type { FaultClass } from './mutant';
import type { Seeded } from './seed-faults';
import type { OperatorResult, Survivors } from './tally';

/** Faults of these classes are found without exception. */
const WITHOUT_EXCEPTION: ReadonlySet<FaultClass> = new Set(['schema', 'type', 'reference']);
/** So many kinds of survivors are told of an operator. */
const SHOWN = 5;

/** Why faults of a kind are found by nobody, by what was done; the first that fits. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /: one action more$/,
    'only the roles of services are compared with a plan; rules of policy know wildcards, not lists',
  ],
  [
    /: no condition$/,
    'rules of policy ask for a condition only where everyone or an identity provider is let in',
  ],
  [/: the denial is left out$/, 'no rule of policy asks for a denial of this kind'],
  [
    /assume_role_policy .*: every (action|principal)/,
    'rules of policy look at who is trusted, not at the actions of sts',
  ],
  [
    /: every (action of the service|resource)$/,
    'rules of policy bound the actions of identities; the policy of a resource speaks of that resource alone',
  ],
  [/: every principal$/, 'the condition that stays still bounds who everyone is'],
];

/** What is wrong: faults that have to be found and were not, and what was wrong before. */
export function faultProblems({ results, wrongBefore }: Seeded): readonly string[] {
  const total = results.reduce((sum, one) => sum + one.total, 0);
  return [
    ...(total === 0 ? ['[seeded-faults] no fault could be put in; synthesise first'] : []),
    ...wrongBefore.map((line) => `${line}; mend the output first`),
    ...results
      .filter(({ of }) => WITHOUT_EXCEPTION.has(of))
      .flatMap(({ name, survivors }) =>
        survivors.map(
          ({ what, count: number, example }) =>
            `[${example}] nobody finds '${name}': ${what}, ${count(number, 'time')}; extend the judge`,
        ),
      ),
  ];
}

/** Found of all, in one figure. */
export function faultFigure({ results }: Seeded): string {
  const sum = (of: 'killed' | 'total'): number => results.reduce((all, one) => all + one[of], 0);
  return `${sum('killed')}/${sum('total')} faults found`;
}

/** A line for each operator, and one for each kind of fault that nobody found. */
export function faultNotes({ results, notJudged }: Seeded): readonly string[] {
  return [
    ...notJudged.map((kind) => `no schema of ${kind}: no fault was put into its objects`),
    ...results.flatMap((one) => [
      `${one.name}: ${one.killed}/${one.total}`,
      ...(WITHOUT_EXCEPTION.has(one.of) ? [] : survivorNotes(one)),
    ]),
  ];
}

/** Survivors by their reason. */
function survivorNotes({ survivors }: OperatorResult): readonly string[] {
  const groups = new Map<string, Survivors[]>();
  for (const one of survivors) {
    const [, reason = 'no judge looks at it'] = REASONS.find(([what]) => what.test(one.what)) ?? [];
    groups.set(reason, [...(groups.get(reason) ?? []), one]);
  }
  return [...groups].map(([reason, group]) => {
    const number = group.reduce((sum, one) => sum + one.count, 0);
    const shown = group.slice(0, SHOWN).map(({ what }) => what);
    const more = group.length > shown.length ? [`${group.length - shown.length} more`] : [];
    return `  ${number} not found, ${reason}: ${[...shown, ...more].join('; ')}`;
  });
}
