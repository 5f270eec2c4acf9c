import { isIPv4, isIPv6 } from 'node:net';

/** What a format demands of a value of its type. */
type FormatTest =
  | { readonly type: 'string'; readonly validate: (text: string) => boolean }
  | { readonly type: 'number'; readonly validate: (number: number) => boolean };

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const GO_DURATION = /^[+-]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+)$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** The formats that schemas of Kubernetes use. */
export const FORMATS: Readonly<Record<string, FormatTest>> = {
  int32: number((value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31),
  int64: number((value) => Number.isInteger(value) && Math.abs(value) <= 2 ** 63),
  double: number((value) => Number.isFinite(value)),
  byte: text((value) => BASE64.test(value)),
  'date-time': text((value) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))),
  duration: text((value) => GO_DURATION.test(value)),
  email: text((value) => EMAIL.test(value)),
  ipv4: text(isIPv4),
  ipv6: text(isIPv6),
  // Its schema says itself what it may be.
  'int-or-string': text(() => true),
};

function number(validate: (value: number) => boolean): FormatTest {
  return { type: 'number', validate };
}

function text(validate: (value: string) => boolean): FormatTest {
  return { type: 'string', validate };
}
