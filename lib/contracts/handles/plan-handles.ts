import { compareProblems, type ContractProblem } from '../problem';
import { OPTIONS_FILE, OPTIONS_PROTO } from '../protobuf/options';
import type { Contract } from '../reading';
import { exportedNames, formatHandle, handleFile } from './format-handle';

/** The files that contracts come to, or what keeps them from that. */
export type HandlePlan =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] };

/**
 * The handles of contracts by path from their folder, and the options of Protobuf where a contract imports them. A
 * contract without operations and events is there for others, and has no handle.
 *
 * @param importFrom module that exports `Api` and `EventSchema`; a relative one is meant from the contracts' folder
 */
export function planHandles(contracts: readonly Contract[], importFrom: string): HandlePlan {
  const files = new Map<string, string>();
  const problems: ContractProblem[] = [];
  const sources = new Map<string, string>();
  for (const contract of contracts) {
    const names = exportedNames(contract);
    if (names.length === 0) continue;
    const { file } = contract.document;
    const handle = handleFile(contract);
    const other = sources.get(handle);
    if (other !== undefined)
      problems.push({
        ...{ file, at: '', problem: `has the handle ${handle}, as has ${other}` },
        fix: 'give one of them another name',
      });
    for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
      problems.push({
        ...{ file, at: '', problem: `gives two handles the name ${name}` },
        fix: 'put one of them into a file of its own',
      });
    sources.set(handle, file);
    files.set(handle, formatHandle(contract, importFrom));
  }
  if (contracts.some(({ usesOptions }) => usesOptions)) files.set(OPTIONS_FILE, OPTIONS_PROTO);
  return problems.length === 0
    ? { ok: true, files }
    : { ok: false, problems: problems.sort(compareProblems) };
}
