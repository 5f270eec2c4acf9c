import type { Parsed } from './errors';

/**
 * Quantities are written as text with a unit and read exactly: decimal digits become a BigInt, never a float, and a
 * value that does not come out whole in the base unit, or is too large for a safe integer, is refused.
 */

/** A length of time: `'250ms'`, `'30s'`, `'5m'`, `'12h'`, `'7d'`. Base unit: millisecond. */
export type DurationText =
  `${bigint}ms` | `${bigint}s` | `${bigint}m` | `${bigint}h` | `${bigint}d`;
/** Processor time as Kubernetes writes it: `'250m'`, `'2'`, `'1.5'`. Base unit: thousandth of a core. */
export type CpuText = `${bigint}m` | `${number}`;
/** An amount of memory or storage: `'512Mi'`, `'100Gi'`, `'20GB'`. Base unit: byte. */
export type BytesText = `${number}${'Ki' | 'Mi' | 'Gi' | 'Ti' | 'KB' | 'MB' | 'GB' | 'TB'}`;
/** A share of a whole: `'99.95%'`. Base unit: one part in a billion. */
export type PercentText = `${number}%`;

/** What a unit's text looks like, what each suffix is worth in the base unit, and its bounds. */
interface Unit {
  readonly noun: string;
  readonly base: string;
  readonly suffixes: Readonly<Record<string, bigint>>;
  readonly examples: string;
  readonly min: bigint;
  readonly max: bigint;
  /** The largest value as it is written. */
  readonly most: string;
}

/** What came of reading a quantity: its value in the base unit, or why there is none. */
export type Quantity = Parsed<number>;

/** A value is handed on as a number, which is exact up to here. */
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const KIBI = 1024n;
const DURATION: Unit = {
  noun: 'a duration',
  base: '1ms',
  suffixes: { ms: 1n, s: 1_000n, m: 60_000n, h: 3_600_000n, d: 86_400_000n },
  examples: "'250ms', '30s', '5m', '12h' or '7d'",
  min: 1n,
  max: SAFE,
  most: `${SAFE}ms`,
};
const CPU: Unit = {
  noun: 'a CPU quantity',
  base: '1m',
  suffixes: { m: 1n, '': 1_000n },
  examples: "'250m', '2' or '1.5'",
  min: 1n,
  max: SAFE,
  most: `${SAFE}m`,
};
const BYTES: Unit = {
  noun: 'an amount of bytes',
  base: 'one byte',
  suffixes: {
    ...{ Ki: KIBI, Mi: KIBI ** 2n, Gi: KIBI ** 3n, Ti: KIBI ** 4n },
    ...{ KB: 10n ** 3n, MB: 10n ** 6n, GB: 10n ** 9n, TB: 10n ** 12n },
  },
  examples: "'512Mi' or '100Gi'",
  min: 1n,
  max: SAFE,
  most: `${SAFE} bytes`,
};
const PERCENT: Unit = {
  noun: 'a percentage',
  base: '0.0000001%',
  suffixes: { '%': 10_000_000n },
  examples: "'99.95%'",
  min: 0n,
  max: 1_000_000_000n,
  most: '100%',
};

/** Parts in a whole: the value of `'100%'`. */
export const WHOLE = 1_000_000_000;

/** Reads a duration in milliseconds. */
export function parseDuration(text: string): Quantity {
  return parseQuantity(text, DURATION);
}

/** Reads a CPU quantity in thousandths of a core. */
export function parseCpu(text: string): Quantity {
  return parseQuantity(text, CPU);
}

/** Reads an amount of memory or storage in bytes. */
export function parseBytes(text: string): Quantity {
  return parseQuantity(text, BYTES);
}

/** Reads a percentage in parts per billion. */
export function parsePercent(text: string): Quantity {
  return parseQuantity(text, PERCENT);
}

const SHAPE = /^(?<whole>\d+)(?:\.(?<fraction>\d+))?(?<suffix>[A-Za-z%]*)$/;

function parseQuantity(text: string, unit: Unit): Quantity {
  const { whole, fraction = '', suffix = '' } = SHAPE.exec(text)?.groups ?? {};
  const factor = Object.hasOwn(unit.suffixes, suffix) ? unit.suffixes[suffix] : undefined;
  if (whole === undefined || factor === undefined) return refuse(text, unit, `is not ${unit.noun}`);

  const scaled = BigInt(whole + fraction) * factor;
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) return refuse(text, unit, `is finer than ${unit.base}`);

  const value = scaled / divisor;
  const outside = outOfBounds(value, unit);
  return outside === undefined ? { ok: true, value: Number(value) } : refuse(text, unit, outside);
}

function outOfBounds(value: bigint, unit: Unit): string | undefined {
  if (value < unit.min) return `is below ${unit.base}`;
  if (value > unit.max) return `is more than ${unit.most}`;
  return undefined;
}

function refuse(text: string, unit: Unit, why: string): Quantity {
  return { ok: false, problem: `'${text}' ${why}`, fix: `write it like ${unit.examples}` };
}

const WRITTEN_DURATION = Object.entries({ h: 3_600_000, m: 60_000, s: 1_000 });
const WRITTEN_BYTES = Object.entries({ Ti: 2 ** 40, Gi: 2 ** 30, Mi: 2 ** 20, Ki: 2 ** 10 });

/**
 * Writes milliseconds with the largest unit that keeps them whole: `90000` is `'90s'`. Hours are the largest, because
 * the durations of Go, and so of Kubernetes and Istio, know no days.
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0s';
  for (const [suffix, factor] of WRITTEN_DURATION) {
    if (milliseconds % factor === 0) return `${milliseconds / factor}${suffix}`;
  }
  return `${milliseconds}ms`;
}

/** Writes thousandths of a core as Kubernetes does: `500` is `'500m'`, `2000` is `'2'`. */
export function formatCpu(millicores: number): string {
  return millicores % 1_000 === 0 ? `${millicores / 1_000}` : `${millicores}m`;
}

/**
 * Writes bytes with the largest binary unit that keeps them whole: `536870912` is `'512Mi'`. Without one they stand
 * plain, as Kubernetes reads them: `1000` is `'1000'`.
 */
export function formatBytes(bytes: number): string {
  for (const [suffix, factor] of WRITTEN_BYTES) {
    if (bytes >= factor && bytes % factor === 0) return `${bytes / factor}${suffix}`;
  }
  return `${bytes}`;
}

/** Writes parts per billion, to the nearest one, as a percentage: `999500000` is `'99.95%'`. */
export function formatPercent(partsPerBillion: number): string {
  const digits = Math.round(partsPerBillion).toString().padStart(8, '0');
  const fraction = digits.slice(-7).replace(/0+$/, '');
  return `${digits.slice(0, -7)}${fraction === '' ? '' : `.${fraction}`}%`;
}
