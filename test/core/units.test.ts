import fc from 'fast-check';
import {
  formatBytes,
  formatCpu,
  formatDuration,
  formatPercent,
  parseBytes,
  parseCpu,
  parseDuration,
  parsePercent,
  WHOLE,
} from '../../lib/core/units';
import type { Quantity } from '../../lib/core/units';

const MAX = Number.MAX_SAFE_INTEGER;
const ok = (value: number): Quantity => ({ ok: true, value });
const refused = (problem: string, examples: string): Quantity => ({
  ok: false,
  problem,
  fix: `write it like ${examples}`,
});
const DURATIONS = "'250ms', '30s', '5m', '12h' or '7d'";
const CPUS = "'250m', '2' or '1.5'";
const AMOUNTS = "'512Mi' or '100Gi'";

/** Texts that are no quantity of any unit. */
const NONSENSE = [
  '',
  ' ',
  '-5',
  '+5',
  '0x10',
  '1e3',
  '.5',
  '5.',
  '1.2.3',
  '1,5',
  'NaN',
  'Infinity',
  '٣',
];

describe('parseDuration', () => {
  test.each([
    ['1ms', 1],
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 300_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['1.5s', 1_500],
    ['0.001s', 1],
    ['1.50000s', 1_500],
    ['0.1h', 360_000],
    ['007s', 7_000],
    [`${MAX}ms`, MAX],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toStrictEqual(ok(milliseconds));
  });

  test.each([
    ...NONSENSE.map((text) => `${text}ms`),
    ...[
      '',
      '5',
      ' 5ms',
      '5ms ',
      '5 ms',
      '5MS',
      '5us',
      '5w',
      '5%',
      '5msms',
      '5ms\n',
      '5toString',
      '5__proto__',
    ],
  ])('refuses %j, which is none', (text) => {
    expect(parseDuration(text)).toStrictEqual(refused(`'${text}' is not a duration`, DURATIONS));
  });

  test.each(['0.1ms', '0.0001s', '1.0005s', '0.9ms'])(
    'refuses %s, which would be rounded',
    (text) => {
      expect(parseDuration(text)).toStrictEqual(refused(`'${text}' is finer than 1ms`, DURATIONS));
    },
  );

  test.each(['0ms', '0.0s', '0d'])('refuses %s, which is no time', (text) => {
    expect(parseDuration(text)).toStrictEqual(refused(`'${text}' is below 1ms`, DURATIONS));
  });

  test.each(['9007199254740992ms', '104249991375d', `${'9'.repeat(400)}s`])(
    'refuses %s, which a number cannot hold exactly',
    (text) => {
      expect(parseDuration(text)).toStrictEqual(
        refused(`'${text}' is more than 9007199254740991ms`, DURATIONS),
      );
    },
  );
});

describe('parseCpu', () => {
  test.each([
    ['1m', 1],
    ['250m', 250],
    ['2', 2_000],
    ['1.5', 1_500],
    ['0.001', 1],
    [`${MAX}m`, MAX],
  ])('reads %s', (text, millicores) => {
    expect(parseCpu(text)).toStrictEqual(ok(millicores));
  });

  test.each([...NONSENSE, '5M', '5mm', '5 m', ' 5'])('refuses %j, which is none', (text) => {
    expect(parseCpu(text)).toStrictEqual(refused(`'${text}' is not a CPU quantity`, CPUS));
  });

  test.each([
    ['0.0001', 'is finer than 1m'],
    ['0.5m', 'is finer than 1m'],
    ['0', 'is below 1m'],
    ['0m', 'is below 1m'],
    ['9007199254740992m', 'is more than 9007199254740991m'],
    ['9007199254741', 'is more than 9007199254740991m'],
  ])('refuses %s, which %s', (text, why) => {
    expect(parseCpu(text)).toStrictEqual(refused(`'${text}' ${why}`, CPUS));
  });
});

describe('parseBytes', () => {
  test.each([
    ['1Ki', 1_024],
    ['512Mi', 536_870_912],
    ['1.5Gi', 1_610_612_736],
    ['1Ti', 1_099_511_627_776],
    ['1KB', 1_000],
    ['5MB', 5_000_000],
    ['20GB', 20_000_000_000],
    ['3TB', 3_000_000_000_000],
    ['0.0009765625Ki', 1],
    ['0.1KB', 100],
    ['8191Ti', 8_191 * 2 ** 40],
  ])('reads %s', (text, bytes) => {
    expect(parseBytes(text)).toStrictEqual(ok(bytes));
  });

  test.each([
    ...NONSENSE.map((text) => `${text}Mi`),
    '',
    '512',
    '512M',
    '512mi',
    '512 Mi',
    '1Pi',
    '1B',
    '1k',
  ])('refuses %j, which is none', (text) => {
    expect(parseBytes(text)).toStrictEqual(refused(`'${text}' is not an amount of bytes`, AMOUNTS));
  });

  test.each([
    ['0.1Ki', 'is finer than one byte'],
    ['0.0001KB', 'is finer than one byte'],
    ['0Gi', 'is below one byte'],
    ['8192Ti', 'is more than 9007199254740991 bytes'],
    ['99999999999999999999Ki', 'is more than 9007199254740991 bytes'],
  ])('refuses %s, which %s', (text, why) => {
    expect(parseBytes(text)).toStrictEqual(refused(`'${text}' ${why}`, AMOUNTS));
  });
});

describe('parsePercent', () => {
  test.each([
    ['0%', 0],
    ['0.0000001%', 1],
    ['50%', 500_000_000],
    ['99.95%', 999_500_000],
    ['99.9999999%', 999_999_999],
    ['100%', WHOLE],
    ['100.0000000%', WHOLE],
  ])('reads %s', (text, partsPerBillion) => {
    expect(parsePercent(text)).toStrictEqual(ok(partsPerBillion));
  });

  test.each([...NONSENSE.map((text) => `${text}%`), '', '50', '50 %', '50%%', '%', '50m'])(
    'refuses %j, which is none',
    (text) => {
      expect(parsePercent(text)).toStrictEqual(
        refused(`'${text}' is not a percentage`, "'99.95%'"),
      );
    },
  );

  test.each([
    ['100.0000001%', 'is more than 100%'],
    ['101%', 'is more than 100%'],
    ['0.00000001%', 'is finer than 0.0000001%'],
    ['99.99999999%', 'is finer than 0.0000001%'],
  ])('refuses %s, which %s', (text, why) => {
    expect(parsePercent(text)).toStrictEqual(refused(`'${text}' ${why}`, "'99.95%'"));
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0s'],
    [1, '1ms'],
    [999, '999ms'],
    [1_000, '1s'],
    [1_001, '1001ms'],
    [59_000, '59s'],
    [60_000, '1m'],
    [90_000, '90s'],
    [3_540_000, '59m'],
    [3_600_000, '1h'],
    [86_400_000, '24h'],
  ])('writes %d', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('formatCpu', () => {
  test.each([
    [0, '0'],
    [1, '1m'],
    [999, '999m'],
    [1_000, '1'],
    [1_500, '1500m'],
    [2_000, '2'],
  ])('writes %d', (millicores, text) => {
    expect(formatCpu(millicores)).toBe(text);
  });
});

describe('formatBytes', () => {
  test.each([
    [0, '0'],
    [1_000, '1000'],
    [1_023, '1023'],
    [1_024, '1Ki'],
    [1_025, '1025'],
    [2 ** 20, '1Mi'],
    [1.5 * 2 ** 30, '1536Mi'],
    [2 ** 30, '1Gi'],
    [2 ** 40, '1Ti'],
    [2 ** 50, '1024Ti'],
  ])('writes %d', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test('writes plain bytes where no binary unit is whole', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().filter((bytes) => bytes % 1_024 !== 0),
        (bytes) => {
          expect(formatBytes(bytes)).toBe(String(bytes));
        },
      ),
    );
  });
});

describe('formatPercent', () => {
  test.each([
    [0, '0%'],
    [1, '0.0000001%'],
    [10_000_000, '1%'],
    [999_500_000, '99.95%'],
    [999_999_999, '99.9999999%'],
    [WHOLE, '100%'],
    [999_499_999.5, '99.95%'],
    [999_499_999.4, '99.9499999%'],
  ])('writes %d', (partsPerBillion, text) => {
    expect(formatPercent(partsPerBillion)).toBe(text);
  });
});

describe('what is written', () => {
  const positive = (max: number): fc.Arbitrary<number> =>
    fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max }));

  test.each<[string, fc.Arbitrary<number>, (value: number) => string, (text: string) => Quantity]>([
    ['durations', positive(MAX), formatDuration, parseDuration],
    ['CPU quantities', positive(MAX), formatCpu, parseCpu],
    ['bytes', positive(2 ** 43 - 1).map((ki) => ki * 1_024), formatBytes, parseBytes],
    ['percentages', fc.integer({ min: 0, max: WHOLE }), formatPercent, parsePercent],
  ])('of %s is read as the same value', (_, values, format, parse) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(parse(format(value))).toStrictEqual(ok(value));
      }),
    );
  });
});

describe('decimals', () => {
  test('are read exactly, as if their digits were an integer', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.integer({ min: 1, max: 999 }), (whole, thousandths) => {
        const text = `${whole}.${String(thousandths).padStart(3, '0')}`;
        expect(parseDuration(`${text}s`)).toStrictEqual(ok(whole * 1_000 + thousandths));
        expect(parseBytes(`${text}KB`)).toStrictEqual(ok(whole * 1_000 + thousandths));
        expect(parseCpu(text)).toStrictEqual(ok(whole * 1_000 + thousandths));
      }),
    );
  });
});
