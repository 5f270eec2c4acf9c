import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmittedObject } from '../../../lib/proof/references/emitted-object';
import { alertmanagerText, ruleFiles } from './rule-groups';
import type { Tool } from './tools';

const SECONDS = 30;

/** What came of asking where alerts go. */
export interface RoutesProof {
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
  /** How many configurations were read. */
  readonly configurations: number;
  /** How many alerts were routed. */
  readonly routed: number;
}

/** Has every configuration read by amtool, and asks it where the alerts of the same cluster go: to the team they name. */
export async function proveRoutes(
  amtool: Tool,
  objects: readonly EmittedObject[],
  folder: string,
): Promise<RoutesProof> {
  const problems: string[] = [];
  let [configurations, routed] = [0, 0];
  for (const object of objects) {
    const text = object.kind === 'Secret' ? alertmanagerText(object) : undefined;
    if (text === undefined) continue;
    configurations += 1;
    const file = join(folder, `${object.cluster.replaceAll('/', '.')}.yaml`);
    writeFileSync(file, text);
    const { code, stdout, stderr } = await amtool.run(folder, SECONDS, 'check-config', file);
    if (code !== 0) {
      problems.push(`[${object.cluster}] ${oneLine(stdout + stderr)}; mend the configuration`);
      continue;
    }
    const own = objects.filter(({ cluster }) => cluster === object.cluster);
    for (const labels of routedLabels(own)) {
      routed += 1;
      const team = labels['team'] ?? '';
      const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
      const route = await amtool.run(
        ...([folder, SECONDS, 'config', 'routes', 'test', `--config.file=${file}`] as const),
        ...[`--verify.receivers=${team}`, ...pairs],
      );
      if (route.code !== 0)
        problems.push(
          `[${object.cluster}] ${pairs.join(' ')} does not go to ${team}: ${oneLine(route.stdout + route.stderr)}; route it there`,
        );
    }
  }
  return { problems, configurations, routed };
}

/** The labels of the alerts of a cluster by which they are routed, each combination once. */
function routedLabels(
  objects: readonly EmittedObject[],
): readonly Readonly<Record<string, string>>[] {
  const rules = ruleFiles(objects).flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const labels = rules
    .filter(({ alert }) => alert !== undefined)
    .map(({ labels: { severity = '', team = '', service = '' } }) => ({ severity, team, service }));
  return [...new Map(labels.map((one) => [JSON.stringify(one), one])).values()];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
