import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { loadAll } from 'js-yaml';

/** An object as it stands in a manifest. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Synthesises a cdk8s app into files, validations included, and reads every object back. */
export function synthCharts(build: (app: App) => void): readonly Manifest[] {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-charts-'));
  try {
    const app = new App({ outdir });
    build(app);
    app.synth();
    return readdirSync(outdir)
      .sort()
      .flatMap((file) => loadAll(readFileSync(join(outdir, file), 'utf8')) as Manifest[]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Synthesises one chart named `test`. */
export function synthChart(build: (chart: Chart) => void): readonly Manifest[] {
  return synthCharts((app) => {
    build(new Chart(app, 'test'));
  });
}

/** The only object of a kind, or of a kind and a name. */
export function only(manifests: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = manifests.filter(
    (each) => each.kind === kind && (name === undefined || each.metadata.name === name),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const all = manifests.map((each) => `${each.kind}/${each.metadata.name}`).join(', ');
  throw new Error(`found ${found.length} of ${kind} ${name ?? ''} in: ${all}`);
}
