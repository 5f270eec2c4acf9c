import { digestOf } from './digest';
import { readOperations } from './openapi/operations';
import { validateOpenApi } from './openapi/validate';
import { missingParser } from './parsers';
import { placeOf } from './place';
import type { ContractProblem } from './problem';
import type { ContractReading, ReadOptions, Report } from './reading';
import { bundle } from './text/bundle';

/** Key that takes the files a document refers to. */
const BUNDLED = 'x-bundled';

/**
 * Reads the operations of an OpenAPI 3.0 or 3.1 document, by swagger-parser. Nothing is fetched: a reference to another
 * host is a problem.
 *
 * @param file absolute path or file URL
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export async function readOpenApi(
  file: URL | string,
  options: ReadOptions = {},
): Promise<ContractReading> {
  const place = placeOf(file, options);
  const problems: ContractProblem[] = [];
  const seen = new Set<string>();
  const report: Report = (at, problem, fix) => {
    // What several operations share is wrong once.
    if (seen.has(`${at} ${problem}`)) return;
    seen.add(`${at} ${problem}`);
    problems.push({ file: place.file, at, problem, fix });
  };
  const bundled = bundle(place, BUNDLED, (of, at, problem, fix) => {
    problems.push({ file: of, at, problem, fix });
  });
  if (bundled === undefined) return { ok: false, problems };
  const { content, texts } = bundled;
  if ((await validateOpenApi(content, report)) === undefined)
    return { ok: false, problems: [missingParser(place.file, 'openapi')] };
  const api = readOperations(content, report);
  if (problems.length > 0) return { ok: false, problems };
  const digest = digestOf(place.file, texts);
  const document = { kind: 'openapi', file: place.file, digest, content } as const;
  return { ok: true, contract: { document, operations: [api], events: [] } };
}
