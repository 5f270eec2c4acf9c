import { Option } from 'commander';
import type { Severity } from '../core/finding';
import {
  baselineOf,
  compareWithBaseline,
  formatReview,
  review,
  reviewToJson,
  reviewToMarkdown,
  reviewToSarif,
  type Review,
  type ReviewReport,
} from '../review';
import type { ContractChange } from '../contracts/evolution/contract-change';
import { keepOrigins } from '../model/origins';
import { contractChanges } from './contract-changes';
import { changedContracts, systemFolder } from './current-contracts';
import type { LoadedSystem } from './load-system';
import { jsonText, type Outcome } from './outcome';
import { packageVersion } from './package-version';
import { placesOf, repositoryOf } from './places';
import { readBaselineFile, writeBaselineFile } from './review-baseline';
import { terminalWidth } from './terminal';
import { asOfOption, onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** How a review is written. */
export const REVIEW_FORMATS = ['text', 'json', 'sarif', 'markdown'] as const;
/** One of the ways to write a review. */
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** How a review is asked for. */
export interface ReviewOptions {
  /** Day against which acknowledgements are judged, as `YYYY-MM-DD`. */
  readonly asOf: string;
  /**
   * How it is written.
   *
   * @default 'text'
   */
  readonly format?: ReviewFormat;
  /**
   * Whether it is written as JSON.
   *
   * @default false
   */
  readonly json?: boolean;
  /**
   * The least that fails.
   *
   * @default 'error'
   */
  readonly failOn?: Severity;
  /**
   * File with the findings that are known and do not fail.
   *
   * @default - none are known
   */
  readonly baseline?: string;
  /**
   * Whether the file is written with what is found now.
   *
   * @default false
   */
  readonly writeBaseline?: boolean;
}

/** The verb `review`: findings that fail give exit code 1. */
export function reviewVerb(
  loaded: LoadedSystem,
  options: ReviewOptions,
  changes: readonly ContractChange[] = [],
): Outcome {
  const { asOf, baseline, writeBaseline = false } = options;
  const result = review(loaded.system, { asOf, changes });
  if (writeBaseline) return rememberFindings(loaded, result, baseline);
  if (baseline === undefined) return judge(result, loaded, options);
  const known = readBaselineFile(baseline, loaded.system.name);
  if (!known.ok) return { exitCode: 2, text: `[${baseline}] ${known.problem}; ${known.fix}` };
  return judge(compareWithBaseline(result, known.value), loaded, options);
}

/** Adds the verb `review`. */
export const addReview: AddVerb = (program, show) => {
  withSystem(program.command('review').description('judge the system by the rules'))
    .addOption(asOfOption())
    .addOption(
      new Option('--format <format>', 'how it is written (default: text)')
        .choices(REVIEW_FORMATS)
        .conflicts('json'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least that gives exit code 1')
        .choices(['warning', 'error'])
        .default('error'),
    )
    .option('--baseline <file>', 'findings that are known and do not fail')
    .option('--write-baseline', 'write what is found now to the baseline')
    .action(async (options: SystemOptions & ReviewOptions) => {
      keepOrigins(true);
      const current = await changedContracts(systemFolder(options.system));
      if (!current.ok) {
        show({ exitCode: 2, text: current.text });
        return;
      }
      show(
        await onSystem(options, (loaded) =>
          reviewVerb(loaded, options, contractChanges(loaded.system, current.contracts)),
        ),
      );
    });
};

function judge(report: ReviewReport, loaded: LoadedSystem, options: ReviewOptions): Outcome {
  const failing = report.errors + (options.failOn === 'warning' ? report.warnings : 0);
  return { exitCode: failing > 0 ? 1 : 0, text: format(report, loaded, options) };
}

function format(report: ReviewReport, loaded: LoadedSystem, options: ReviewOptions): string {
  const { json = false, format: written = json ? 'json' : 'text' } = options;
  const inRepository = () => placesOf(loaded, repositoryOf(loaded.file));
  switch (written) {
    case 'json':
      return jsonText(reviewToJson(report));
    case 'sarif':
      return jsonText(
        reviewToSarif(report, {
          system: loaded.system.name,
          version: packageVersion(),
          placeOf: inRepository(),
        }),
      );
    case 'markdown':
      return reviewToMarkdown(report, { placeOf: inRepository() }).trimEnd();
    case 'text':
      return formatReview(report, {
        width: terminalWidth(),
        placeOf: placesOf(loaded, process.cwd()),
      });
  }
}

function rememberFindings(
  { system: { name } }: LoadedSystem,
  result: Review,
  file: string | undefined,
): Outcome {
  if (file === undefined)
    return {
      exitCode: 2,
      text: 'error: --write-baseline has no file to write; name it with --baseline FILE',
    };
  const problem = writeBaselineFile(file, baselineOf(name, result));
  if (problem !== undefined) return { exitCode: 2, text: `[${file}] ${problem}` };
  return { exitCode: 0, text: `${file}: ${result.findings.length} known from now on` };
}
