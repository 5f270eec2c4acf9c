import { formatTable } from '../table';
import type { MissingRelease, Operations, ReleaseStatus } from './operations';

/** Releases by environment, accepted findings, and who answers for what. */
export function formatOperations({
  environments,
  acknowledgements,
  teams,
}: Operations): readonly string[] {
  return [
    formatTable(
      ['ENVIRONMENT', 'PROTECTION', 'WITH DIGEST', 'WITHOUT DIGEST'],
      environments.map((status) => [
        ...[status.environment, status.protection],
        ...[released(status), status.withoutDigest.map(missing).join(', ') || 'none'],
      ]),
    ),
    formatTable(
      ['ACKNOWLEDGED', 'UNTIL', 'STATE', 'WHERE', 'REASON'],
      acknowledgements.map(({ rule, until, expired, path, reason }) => [
        ...[rule, until, expired ? 'expired' : 'accepted'],
        ...[path, reason],
      ]),
    ),
    formatTable(
      ['TEAM', 'KIND', 'CHANNEL', 'CONTEXTS', 'SERVICES'],
      teams.map(({ name, kind, channel, contexts, services }) => [
        ...[name, kind, channel],
        ...[contexts.join(', ') || 'none', services.join(', ') || 'none'],
      ]),
    ),
  ];
}

function released({ withDigest, withoutDigest }: ReleaseStatus): string {
  return `${withDigest.length} of ${withDigest.length + withoutDigest.length}`;
}

function missing({ service, regions }: MissingRelease): string {
  return `${service} (${regions.join(' ')})`;
}
