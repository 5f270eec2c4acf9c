import { compareText } from '../../core/finding';
import type { Acknowledgement } from '../../model/declaration';
import type { Environment, Protection } from '../../model/environment';
import type { Region } from '../../model/regions';
import { digestOf } from '../../model/releases';
import type { Service } from '../../model/service';
import type { TeamKind } from '../../model/team';
import type { SystemView } from '../../model/view';

/** A service of which nothing runs in some regions. */
export interface MissingRelease {
  /** Name of the service. */
  readonly service: string;
  /** Regions for which the releases name no digest. */
  readonly regions: readonly Region[];
}

/** What runs in an environment, and whether what is stored survives. */
export interface ReleaseStatus {
  /** Name of the environment. */
  readonly environment: string;
  /** Whether what is stored survives. */
  readonly protection: Protection;
  /** Services that have a digest in every region. */
  readonly withDigest: readonly string[];
  /** Services that have none in some region. */
  readonly withoutDigest: readonly MissingRelease[];
}

/** An accepted finding. */
export interface AcknowledgementStatus extends Acknowledgement {
  /** Whether its last day is over. */
  readonly expired: boolean;
}

/** A team and what it answers for. */
export interface TeamStatus {
  /** Name of the team. */
  readonly name: string;
  /** How the team works with others. */
  readonly kind: TeamKind;
  /** Channel in which it is reached. */
  readonly channel: string;
  /** Bounded contexts it owns. */
  readonly contexts: readonly string[];
  /** Services in them. */
  readonly services: readonly string[];
}

/** Who runs what, what runs where, and which risks are accepted until when. */
export interface Operations {
  /** Day against which acknowledgements are judged. */
  readonly asOf: string;
  /** Environments, by name. */
  readonly environments: readonly ReleaseStatus[];
  /** Accepted findings, those that end first before the others. */
  readonly acknowledgements: readonly AcknowledgementStatus[];
  /** Teams, by name. */
  readonly teams: readonly TeamStatus[];
}

/**
 * Who runs what, what runs where, and which risks are accepted until when.
 *
 * @param asOf day against which acknowledgements are judged, as `YYYY-MM-DD`
 */
export function operations(view: SystemView, asOf: string): Operations {
  return {
    asOf,
    environments: view.environments.map((environment) => releases(environment, view.services)),
    acknowledgements: view.acknowledgements
      .map((acknowledgement) => ({ ...acknowledgement, expired: acknowledgement.until < asOf }))
      .sort(
        (a, b) =>
          compareText(a.until, b.until) ||
          compareText(a.path, b.path) ||
          compareText(a.rule, b.rule),
      ),
    teams: teams(view),
  };
}

function releases(environment: Environment, services: readonly Service[]): ReleaseStatus {
  const missing = services.map(({ name }) => ({
    service: name,
    regions: environment.regions.filter(
      (region) => digestOf(environment.releases, name, region) === undefined,
    ),
  }));
  return {
    environment: environment.name,
    protection: environment.protection,
    withDigest: missing.flatMap(({ service, regions }) => (regions.length === 0 ? service : [])),
    withoutDigest: missing.filter(({ regions }) => regions.length > 0),
  };
}

function teams(view: SystemView): readonly TeamStatus[] {
  return view.teams.map((team) => ({
    name: team.name,
    kind: team.topology,
    channel: team.slack,
    contexts: view.contexts.filter((context) => context.team === team).map(({ name }) => name),
    services: view.services.filter(({ context }) => context.team === team).map(({ name }) => name),
  }));
}
