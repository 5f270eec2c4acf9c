import type { Finding } from '../core/finding';
import type { Acknowledged } from './acknowledgements';
import { fingerprint, identify, type FindingIdentity, type ReviewReport } from './baseline';
import { allRules, type Explanation } from './explain';
import type { PlaceOf } from './format-groups';
import type { SarifLocation, SarifLog, SarifResult, SarifRule } from './sarif-log';

/** What a SARIF log says beside the findings. */
export interface SarifOptions {
  /** Name of the system. */
  readonly system: string;
  /** Version of this package. */
  readonly version: string;
  /**
   * Where declarations stand, their files relative to the root of the repository.
   *
   * @default - only paths of declarations are named
   */
  readonly placeOf?: PlaceOf;
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * A review as a SARIF 2.1.0 log, as code scanning takes it: what is acknowledged is a suppressed result, what a baseline
 * knows is unchanged, and what it no longer needs to know is absent.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function reviewToSarif(report: ReviewReport, options: SarifOptions): SarifLog {
  const { system, version } = options;
  const rules = allRules();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'groundplan', version, rules: rules.map(ruleOf) } },
        automationDetails: { id: `groundplan/${system}/` },
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report, new Map(rules.map(({ id }, index) => [id, index])), options),
      },
    ],
  };
}

function ruleOf(rule: Explanation): SarifRule {
  const { id, title, severity, rationale, formula, example, source, acknowledge } = rule;
  const parts = [
    ['Formula', formula],
    ['Example', example],
    ['Source', source],
    ['To accept', acknowledge],
  ] as const;
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: {
      text: [rationale, ...parts.map(([name, text]) => `${name}: ${text}`)].join('\n\n'),
      markdown: [rationale, ...parts.map(([name, text]) => `**${name}:** ${text}`)].join('\n\n'),
    },
    ...(source.startsWith('https://') && { helpUri: source }),
    defaultConfiguration: { level: severity },
  };
}

type RuleIndexes = ReadonlyMap<string, number>;

function resultsOf(
  { findings, acknowledged, known, mended }: ReviewReport,
  indexes: RuleIndexes,
  { placeOf }: SarifOptions,
): readonly SarifResult[] {
  const accepted = new Map(acknowledged.map((each) => [each.finding, each]));
  const old = new Set(known);
  const identities = identify([...findings, ...old, ...accepted.keys()]);
  const found = Array.from(identities, ([finding, identity]): SarifResult => {
    const excuse = accepted.get(finding);
    return {
      ...subject(identity, indexes),
      level: finding.severity,
      message: { text: messageOf(finding) },
      locations: [locationOf(finding.path, placeOf)],
      ...(known && { baselineState: old.has(finding) ? 'unchanged' : 'new' }),
      ...(excuse && { suppressions: [suppressionOf(excuse)] }),
      properties: { numbers: finding.numbers },
    };
  });
  const absent = (mended ?? []).map((identity): SarifResult => ({
    ...subject(identity, indexes),
    message: { text: `no longer found: ${identity.key}` },
    locations: [locationOf(identity.path, placeOf)],
    baselineState: 'absent',
  }));
  return [...found, ...absent];
}

/** Code scanning of GitHub recognises a result by the first of the fingerprints, and by no other. */
function subject(identity: FindingIdentity, indexes: RuleIndexes) {
  const index = indexes.get(identity.rule);
  const print = fingerprint(identity);
  return {
    ruleId: identity.rule,
    ...(index !== undefined && { ruleIndex: index }),
    partialFingerprints: { primaryLocationLineHash: print, 'groundplanFinding/v1': print },
  };
}

function messageOf({ problem, fix }: Finding): string {
  return `${problem}; fix: ${fix}`;
}

function suppressionOf({ reason, until }: Acknowledged) {
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: `${reason} (until ${until})`,
  } as const;
}

function locationOf(path: string, placeOf: PlaceOf | undefined): SarifLocation {
  const place = placeOf?.(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    ...(place && {
      physicalLocation: {
        artifactLocation: { uri: toUri(place.file), uriBaseId: '%SRCROOT%' },
        ...(place.line !== undefined && { region: { startLine: place.line } }),
      },
    }),
    logicalLocations: [{ name, fullyQualifiedName: path, kind: 'resource' }],
  };
}

function toUri(file: string): string {
  return file.split(/[/\\]/).map(encodeURIComponent).join('/');
}
