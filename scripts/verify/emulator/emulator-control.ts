/** What goes wrong on purpose. */
export interface Fault {
  /** The service as its signature names it, for example `dynamodb`. */
  readonly service: string;
  /** The operation, for example `CreateTable`. */
  readonly operation: string;
  /** Too many requests, an error of the server, an answer that never arrives, or one that takes its time. */
  readonly kind: 'throttle' | 'error' | 'lost-answer' | 'slow';
  /** So many of the next calls. */
  readonly times: number;
  /**
   * How long a slow answer takes.
   *
   * @default - as long as the emulator thinks slow
   */
  readonly seconds?: number;
}

/** How a running emulator is asked and told things that are not of AWS. */
export interface EmulatorControl {
  /** Operations that were called and that it does not have, as `eks:CreateAddon`, with how often. */
  unknown(): Promise<Readonly<Record<string, number>>>;
  /** Operations that were called, with how often. */
  calls(): Promise<Readonly<Record<string, number>>>;
  /** Everything that exists, one line each. */
  left(): Promise<readonly string[]>;
  /** Lets the next calls of an operation go wrong. */
  inject(fault: Fault): Promise<void>;
  /** Lets everything go well again. */
  clearFaults(): Promise<void>;
}

const ANSWER_SECONDS = 60;

/** Speaks with the emulator that serves at an address. */
export function controlEmulator(endpoint: string): EmulatorControl {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${endpoint}/_emulator/${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_SECONDS * 1000),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(
        `the emulator answers ${answer.status} to ${method} ${path}: ${text.slice(0, 500)}; see test/emulator/README.md`,
      );
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    unknown: async () => (await ask('GET', 'unknown')) as Readonly<Record<string, number>>,
    calls: async () => (await ask('GET', 'calls')) as Readonly<Record<string, number>>,
    left: async () => [...((await ask('GET', 'left')) as readonly string[])].sort(),
    inject: async (fault) => {
      await ask('POST', 'faults', fault);
    },
    clearFaults: async () => {
      await ask('DELETE', 'faults');
    },
  };
}
