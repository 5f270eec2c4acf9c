/** What an instance is told about watching its load. */
export interface PerformanceInsights {
  /** Whether its load is recorded by wait, statement, host and user. */
  readonly performanceInsightsEnabled: boolean;
  /** ARN of the key the record is encrypted with. */
  readonly performanceInsightsKmsKeyId: string;
  /** Days the record is kept. */
  readonly performanceInsightsRetentionPeriod: number;
}

/** Renders the record of an instance's load for the 7 days that cost nothing. @see https://aws.amazon.com/rds/performance-insights/pricing/ */
export function renderInsights(keyArn: string): PerformanceInsights {
  return {
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: keyArn,
    performanceInsightsRetentionPeriod: 7,
  };
}
