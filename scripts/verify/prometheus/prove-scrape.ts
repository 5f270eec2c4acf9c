import { startExporter, type Exporter } from './exporter';
import type { Rule, RuleFile } from './rule-groups';
import { playedFiles, TIME_SCALE } from './scaled-rules';
import { startPrometheus, until, type PrometheusServer } from './server';

/** What came of watching a failure. */
export interface ScrapeProof {
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
  /** Seconds from the failure to the alert. */
  readonly firedAfter?: number;
  /** How many rules were loaded. */
  readonly rules: number;
}

/** What is given to the proof. */
export interface ScrapeInput {
  /** The rules of one cluster. */
  readonly files: readonly RuleFile[];
  /** An empty folder. */
  readonly folder: string;
  /** The environment variables. */
  readonly environment: NodeJS.ProcessEnv;
  /** Tells what it is doing. */
  readonly progress: (text: string) => void;
}

/** Seconds of health before the failure. */
const HEALTHY_SECONDS = 8;
/** What a busy machine may take longer than planned. */
const PATIENCE_SECONDS = 60;

/** Plays a failure of a service to a real Prometheus that scrapes it, with the rules of the whole cluster loaded. */
export async function proveScrape(input: ScrapeInput): Promise<ScrapeProof> {
  const { folder, environment } = input;
  const played = playedFiles(input.files);
  if (played === undefined) return { problems: ['[prometheus] no page can be played'], rules: 0 };
  const { alert, files } = played;
  const exporter = await startExporter(alert.planned.counters);
  try {
    const target = exporter.address;
    const server = await startPrometheus({ folder, environment, files, target });
    try {
      return await watch({ ...input, files }, alert.planned.rule, { exporter, server });
    } finally {
      await server.stop();
    }
  } finally {
    await exporter.stop();
  }
}

async function watch(
  { files, progress }: ScrapeInput,
  alert: Rule,
  { exporter, server }: { readonly exporter: Exporter; readonly server: PrometheusServer },
): Promise<ScrapeProof> {
  const problems: string[] = [];
  const name = alert.alert ?? '';
  const rules = await server.rules();
  const fires = async (): Promise<boolean> => (await server.alertState(alert)) === 'firing';
  progress('healthy');
  if (await until(HEALTHY_SECONDS, fires))
    problems.push(`[${name}] fires while nothing fails; raise its threshold`);
  progress('failing');
  exporter.fail(1);
  const started = performance.now();
  const fired = await until(PATIENCE_SECONDS, fires);
  const firedAfter = (performance.now() - started) / 1000;
  if (!fired) problems.push(`[${name}] is silent ${PATIENCE_SECONDS} s after everything failed`);
  progress('healthy again');
  exporter.fail(0);
  const cleared = await until(
    (5 * 60) / TIME_SCALE + PATIENCE_SECONDS,
    async () => !(await fires()),
  );
  if (!cleared) problems.push(`[${name}] still fires though nothing fails any more`);
  const wanted = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules)).length;
  if (rules < wanted) problems.push(`[rules] ${rules} of ${wanted} were loaded; mend the files`);
  return { problems, rules, ...(fired && { firedAfter }) };
}
