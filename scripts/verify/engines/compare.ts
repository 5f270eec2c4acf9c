import { compareTexts, stacksOf, type Difference, type Output } from './output';

/** An output, and the engine that wrote it. */
export interface Written {
  /** The engine, for example `cdktf`. */
  readonly engine: string;
  /** What it wrote. */
  readonly output: Output;
}

/** What came of the comparison. */
export interface Comparison {
  /** How many stacks both wrote, and the same. */
  readonly equal: number;
  /** What differs, a line each. */
  readonly problems: readonly string[];
}

/** More of a file only repeats itself. */
const MAX_SHOWN = 5;
/** Where an engine writes its own version. Nothing else is left out. */
const ENGINE_VERSIONS: readonly {
  readonly file: RegExp;
  readonly path: readonly string[];
}[] = [
  { file: /^manifest\.json$/, path: ['version'] },
  { file: /^stacks\/[^/]+\/cdk\.tf\.json$/, path: ['//', 'metadata', 'version'] },
];

/** Compares what two engines wrote of the same stacks. */
export function compareOutputs(first: Written, second: Written): Comparison {
  const files = [...new Set([...first.output.keys(), ...second.output.keys()])].sort();
  const problems = new Map(files.map((file) => [file, compareFile(file, first, second)]));
  const stacks = new Set([...stacksOf(first.output), ...stacksOf(second.output)]);
  return {
    equal: [...stacks].filter((name) => problems.get(`stacks/${name}/cdk.tf.json`)?.length === 0)
      .length,
    problems: [...problems.values()].flat(),
  };
}

function compareFile(file: string, first: Written, second: Written): readonly string[] {
  const [one, other] = [first.output.get(file), second.output.get(file)];
  if (one === undefined || other === undefined) {
    const writer = one === undefined ? second : first;
    return [`[${file}] only ${writer.engine} writes it; have both engines write it`];
  }
  const found = compareTexts(one, other).filter((it) => !isEngineVersion(file, it));
  const more = found.length - MAX_SHOWN;
  return [
    ...found
      .slice(0, MAX_SHOWN)
      .map(
        (it) =>
          `[${file}] ${it.path.join('.')}: ${first.engine} writes ${shorten(it.first)}, ${second.engine} ${shorten(it.second)}; set it so that both write the same`,
      ),
    ...(more > 0 ? [`[${file}] ${more} more differences`] : []),
  ];
}

function isEngineVersion(file: string, { path, first, second }: Difference): boolean {
  if (typeof first !== 'string' || typeof second !== 'string') return false;
  return ENGINE_VERSIONS.some(
    (one) =>
      one.file.test(file) &&
      one.path.length === path.length &&
      one.path.every((key, index) => key === path[index]),
  );
}

function shorten(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
