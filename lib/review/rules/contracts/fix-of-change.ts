import type { ContractChange } from '../../../contracts/evolution/contract-change';
import type { ContractUser } from '../../../contracts/evolution/impact';

/** What mends a change that breaks somebody, or makes it safe. */
export function fixOfChange(change: ContractChange, { name, uses }: ContractUser): string {
  const { field, removed = false, breaking } = change;
  const what = field === undefined ? uses : `'${field}'`;
  if (!breaking) return `let ${name} no longer read ${what}, then take it away`;
  if (removed) return `keep ${what} until ${name} no longer uses it`;
  if (change.rule === 'avro-field-without-default') return `give ${what} a default`;
  if (change.rule.endsWith('-required-narrowed') || change.rule.endsWith('-parameter-required'))
    return `make ${what} optional until ${name} sends it`;
  return `keep ${what} as it was and add the new form beside it until ${name} uses that`;
}
