const EVERY_SECONDS = 5;

/** Tells every few seconds that something is still being done, and for how long. */
export async function withHeartbeat<T>(
  progress: (text: string) => void,
  text: () => string,
  work: Promise<T>,
): Promise<T> {
  const started = performance.now();
  const timer = setInterval(() => {
    progress(`${text()}, ${Math.round((performance.now() - started) / 1000)} s`);
  }, EVERY_SECONDS * 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
