/** Today in UTC, as `YYYY-MM-DD`: the same everywhere at the same time. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
