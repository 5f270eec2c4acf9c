import '@microsoft/jest-sarif';
import type { Finding } from '../../lib/core/finding';
import { allRules, reviewToSarif } from '../../lib/review';

const FINDING: Finding = {
  rule: 'TMO-003',
  severity: 'error',
  path: 'shop/BoundedContext.ordering/Service.web',
  problem: 'timeout is 49ms, and 2 tries of 49ms take 98ms',
  numbers: { timeoutMs: 49 },
  fix: 'set timeout to 98ms',
  source: 'https://example.com/',
};
const WARNING: Finding = { ...FINDING, rule: 'TMO-004', severity: 'warning' };
const OPTIONS = { system: 'shop', version: '1.2.3' };

function reviewed(...findings: readonly Finding[]) {
  return { findings, acknowledged: [], errors: findings.length, warnings: 0 };
}

const resultsOf = (...args: Parameters<typeof reviewToSarif>) =>
  reviewToSarif(...args).runs[0].results;

describe('reviewToSarif', () => {
  it('is valid with everything that a review may say', () => {
    const report = {
      ...reviewed(FINDING),
      acknowledged: [{ finding: WARNING, reason: 'measured', until: '2027-03-31' }],
      known: [{ ...FINDING, path: 'shop' }],
      mended: [
        { rule: 'KFK-001', path: 'shop/a', key: 'b' },
        { rule: 'OLD-001', path: 'shop/a', key: 'b' },
      ],
    };

    expect(
      reviewToSarif(report, { ...OPTIONS, placeOf: () => ({ file: 'a b/c.ts' }) }),
    ).toBeValidSarifLog();
    expect(
      reviewToSarif(report, { ...OPTIONS, placeOf: () => ({ file: 'c.ts', line: 3 }) }),
    ).toBeValidSarifLog();
    expect(reviewToSarif(report, OPTIONS)).toBeValidSarifLog();
    expect(reviewToSarif(reviewed(), OPTIONS)).toBeValidSarifLog();
  });

  it('names the tool, its version and all rules with their help', () => {
    const { driver } = reviewToSarif(reviewed(), OPTIONS).runs[0].tool;
    const [rule] = allRules().filter(({ id }) => id === 'TMO-003');
    if (rule === undefined) throw new Error('TMO-003 is gone');

    expect(driver).toMatchObject({ name: 'groundplan', version: '1.2.3' });
    expect(driver.rules.map(({ id }) => id)).toStrictEqual(allRules().map(({ id }) => id));
    expect(driver.rules.find(({ id }) => id === 'TMO-003')).toStrictEqual({
      id: 'TMO-003',
      name: 'TMO-003',
      shortDescription: { text: rule.title },
      fullDescription: { text: rule.rationale },
      help: {
        text: `${rule.rationale}\n\nFormula: ${rule.formula}\n\nExample: ${rule.example}\n\nSource: ${rule.source}\n\nTo accept: ${rule.acknowledge}`,
        markdown: `${rule.rationale}\n\n**Formula:** ${rule.formula}\n\n**Example:** ${rule.example}\n\n**Source:** ${rule.source}\n\n**To accept:** ${rule.acknowledge}`,
      },
      helpUri: rule.source,
      defaultConfiguration: { level: 'error' },
    });
    expect(driver.rules.find(({ id }) => id === 'ACK-001')).not.toHaveProperty('helpUri');
  });

  it('keeps the reviews of several systems apart', () => {
    expect(reviewToSarif(reviewed(), OPTIONS).runs[0].automationDetails.id).toBe(
      'groundplan/shop/',
    );
  });

  it('says of a finding what, where and how to mend it', () => {
    const [result] = resultsOf(reviewed(FINDING), {
      ...OPTIONS,
      placeOf: (path) => ({ file: `systems/my shop/${path.length}.ts`, line: 12 }),
    });

    expect(result).toStrictEqual({
      ruleId: 'TMO-003',
      ruleIndex: allRules().findIndex(({ id }) => id === 'TMO-003'),
      level: 'error',
      message: { text: 'timeout is 49ms, and 2 tries of 49ms take 98ms; fix: set timeout to 98ms' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'systems/my%20shop/40.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12 },
          },
          logicalLocations: [
            {
              name: 'Service.web',
              fullyQualifiedName: 'shop/BoundedContext.ordering/Service.web',
              kind: 'resource',
            },
          ],
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: result?.partialFingerprints['groundplanFinding/v1'],
        'groundplanFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      properties: { numbers: { timeoutMs: 49 } },
    });
  });

  it('names the file alone where no line is known, and only the path without a file', () => {
    const [inFile] = resultsOf(reviewed(FINDING), {
      ...OPTIONS,
      placeOf: () => ({ file: 'a.ts' }),
    });
    const [nowhere] = resultsOf(reviewed(FINDING), OPTIONS);

    expect(inFile?.locations[0].physicalLocation).toStrictEqual({
      artifactLocation: { uri: 'a.ts', uriBaseId: '%SRCROOT%' },
    });
    expect(nowhere?.locations[0]).not.toHaveProperty('physicalLocation');
  });

  it('recognises a finding whose numbers have changed, and tells others apart', () => {
    const prints = resultsOf(reviewed(FINDING, WARNING, { ...FINDING, path: 'shop' }), OPTIONS).map(
      ({ partialFingerprints }) => partialFingerprints['groundplanFinding/v1'],
    );
    const [changed] = resultsOf(
      reviewed({ ...FINDING, problem: 'timeout is 39ms, and 3 tries of 20ms take 60ms' }),
      OPTIONS,
    );

    expect(new Set(prints).size).toBe(3);
    expect(prints).toContain(changed?.partialFingerprints['groundplanFinding/v1']);
  });

  it('suppresses what is acknowledged, with the reason', () => {
    const acknowledged = [{ finding: WARNING, reason: 'measured', until: '2027-03-31' }];
    const results = resultsOf({ ...reviewed(FINDING), acknowledged }, OPTIONS);

    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toStrictEqual([
      ['TMO-003', undefined],
      [
        'TMO-004',
        [{ kind: 'inSource', status: 'accepted', justification: 'measured (until 2027-03-31)' }],
      ],
    ]);
  });

  it('says by a baseline what is new, unchanged and absent; without one nothing', () => {
    const mended = [{ rule: 'OLD-001', path: 'shop/x', key: 'gone _' }];
    const results = resultsOf({ ...reviewed(FINDING), known: [WARNING], mended }, OPTIONS);

    expect(results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toStrictEqual([
      ['TMO-003', 'new'],
      ['TMO-004', 'unchanged'],
      ['OLD-001', 'absent'],
    ]);
    expect(results[2]).toMatchObject({ message: { text: 'no longer found: gone _' } });
    expect(results[2]).not.toHaveProperty('ruleIndex');
    expect(resultsOf(reviewed(FINDING), OPTIONS)[0]).not.toHaveProperty('baselineState');
  });
});
