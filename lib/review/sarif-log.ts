/**
 * The part of SARIF 2.1.0 that a review is written with.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

/** One review of one system. */
export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  /** Tells the reviews of several systems in one repository apart. */
  readonly automationDetails: { readonly id: string };
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

/** The tool and its rules. */
export interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly SarifRule[];
}

/** A text, as it is and as Markdown. */
export interface SarifText {
  readonly text: string;
  readonly markdown?: string;
}

/** A rule and why it stands. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: SarifText;
  readonly fullDescription: SarifText;
  readonly help: SarifText;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: SarifLevel };
}

/** How much a result weighs. */
export type SarifLevel = 'error' | 'warning';

/** A finding. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level?: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly [SarifLocation];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: 'new' | 'unchanged' | 'absent';
  readonly suppressions?: readonly SarifSuppression[];
  readonly properties?: { readonly numbers: Readonly<Record<string, number | string>> };
}

/** Where a finding is. */
export interface SarifLocation {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: '%SRCROOT%' };
    readonly region?: { readonly startLine: number };
  };
  readonly logicalLocations: readonly [
    { readonly name: string; readonly fullyQualifiedName: string; readonly kind: 'resource' },
  ];
}

/** Why a finding is accepted. */
export interface SarifSuppression {
  readonly kind: 'inSource';
  readonly status: 'accepted';
  readonly justification: string;
}
