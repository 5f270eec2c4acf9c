import { readApplication } from './asyncapi/application';
import { validateAsyncApi } from './asyncapi/validate';
import { digestOf } from './digest';
import { missingParser } from './parsers';
import { placeOf } from './place';
import type { ContractProblem } from './problem';
import type { ContractReading, ReadOptions, Report } from './reading';
import { bundle } from './text/bundle';

/** Key that takes the files a document refers to. */
const BUNDLED = 'x-bundled';

/**
 * Reads the events of an AsyncAPI 3 document and what its service does with them, by the parser of AsyncAPI. Payloads
 * are in Avro or JSON Schema; nothing is fetched.
 *
 * @param file absolute path or file URL
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
export async function readAsyncApi(
  file: URL | string,
  options: ReadOptions = {},
): Promise<ContractReading> {
  const place = placeOf(file, options);
  const problems: ContractProblem[] = [];
  const report: Report = (at, problem, fix) => {
    problems.push({ file: place.file, at, problem, fix });
  };
  const bundled = bundle(place, BUNDLED, (of, at, problem, fix) => {
    problems.push({ file: of, at, problem, fix });
  });
  if (bundled === undefined) return { ok: false, problems };
  const { content, texts } = bundled;
  if ((await validateAsyncApi(content, report)) === undefined)
    return { ok: false, problems: [missingParser(place.file, 'asyncapi')] };
  if (problems.length > 0) return { ok: false, problems };
  const { events, application, missing } = await readApplication(content, place.file, report);
  for (const message of missing.slice(0, 1))
    if (message && 'missing' in message) problems.push(message.missing);
  if (problems.length > 0) return { ok: false, problems };
  const digest = digestOf(place.file, texts);
  const document = { kind: 'asyncapi', file: place.file, digest, content } as const;
  return { ok: true, contract: { document, operations: [], events, application } };
}
