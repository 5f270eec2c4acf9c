import { FORMATS } from '../../../../scripts/verify/kubernetes/formats';

const fits = (format: string, value: never): boolean | undefined =>
  FORMATS[format]?.validate(value);

test.each([
  ['int32', [0, -(2 ** 31), 2 ** 31 - 1], [0.5, 2 ** 31, -(2 ** 31) - 1]],
  ['int64', [0, 2 ** 53], [0.5, 2 ** 64]],
  ['double', [0.5], [Infinity]],
  ['byte', ['', 'YQ==', 'YWI=', 'YWJj'], ['a', 'YQ=', 'Y?==']],
  [
    'date-time',
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.6+01:00'],
    ['2026-01-02', '2026-13-02T03:04:05Z'],
  ],
  ['duration', ['0', '10s', '1h30m', '1.5ms'], ['10', 's', '1d']],
  ['email', ['a@example.com'], ['a', 'a b@example.com']],
  ['ipv4', ['10.0.0.1'], ['10.0.0.256', '::1']],
  ['ipv6', ['::1'], ['10.0.0.1']],
  ['int-or-string', ['a'], []],
])('%s takes %j and not %j', (format, right, wrong) => {
  expect(right.map((value) => fits(format, value as never))).toEqual(right.map(() => true));
  expect(wrong.map((value) => fits(format, value as never))).toEqual(wrong.map(() => false));
});
