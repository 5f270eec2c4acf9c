/**
 * What runs in an environment: service to image digest, or to a digest by region with `default` for the rest. Written
 * by the pipeline only, usually as a JSON file beside the system.
 *
 * @example
 * const releases: Releases = {
 *   'order-service': 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
 * };
 */
export type Releases = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Whether a text is the digest of an image. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** The digest of a service in a region, if the releases say one. */
export function digestOf(releases: Releases, service: string, region: string): string | undefined {
  const entry = Object.hasOwn(releases, service) ? releases[service] : undefined;
  if (entry === undefined || typeof entry === 'string') return entry;
  return Object.hasOwn(entry, region) ? entry[region] : entry['default'];
}
