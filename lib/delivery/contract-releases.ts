import { placeOf } from '../contracts/evolution/contract-change';
import type { ContractImpact } from '../contracts/evolution/impact';
import type { ReleaseChange } from './release-order';

/** What changes of contracts ask of the order of release; those outside are not released by us. */
export function releaseChangesOf(impacts: readonly ContractImpact[]): readonly ReleaseChange[] {
  return impacts.flatMap(({ change, providers, users }) =>
    providers.map((producer): ReleaseChange => {
      const own = users.filter((user) => user.provider === producer && user.as !== 'outside');
      return {
        producer,
        consumers: [...new Set(own.map(({ name }) => name))].sort(),
        direction: change.direction,
        reason: `${placeOf(change)}: ${change.text}`,
      };
    }),
  );
}
