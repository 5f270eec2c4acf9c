import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { protobufChanges } from '../../../../lib/contracts/evolution/protobuf/changes';
import { OPTIONS_FILE, OPTIONS_PROTO } from '../../../../lib/contracts/protobuf/options';
import { protoContent, protoDocument } from './proto-document';
import type { ProtoRow } from './proto-row';
import { PROTO_ROWS } from './proto-rows';

function changesOf({ old, now, syntax }: ProtoRow) {
  return protobufChanges(protoContent(old, syntax), protoDocument(now, syntax));
}

/** Rules of buf's category WIRE_JSON, and those of FILE for what is gone altogether. */
const BUF = `version: v2
breaking:
  use: [WIRE_JSON, SERVICE_NO_DELETE, RPC_NO_DELETE, MESSAGE_NO_DELETE]
`;

/** What buf says of all rows at once: a package each. */
function bufFindings(): ReadonlyMap<number, readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'groundplan-buf-'));
  try {
    for (const side of ['old', 'now'] as const) {
      for (const [index, row] of PROTO_ROWS.entries()) {
        const file = join(directory, side, `row${index}`, 'a.proto');
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(
          file,
          `syntax = "${row.syntax ?? 'proto3'}";\npackage row${index};\nimport "${OPTIONS_FILE}";\n${row[side]}\n`,
        );
      }
      mkdirSync(join(directory, side, 'groundplan'));
      writeFileSync(join(directory, side, OPTIONS_FILE), OPTIONS_PROTO);
      writeFileSync(join(directory, side, 'buf.yaml'), BUF);
    }
    return readFindings(runBuf(directory));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Exit code 100 says that something breaks; with any other one the run itself failed. */
function runBuf(directory: string): string {
  const buf = require.resolve('@bufbuild/buf/bin/buf');
  const args = [buf, 'breaking', 'now', '--against', 'old', '--error-format', 'json'];
  try {
    return execFileSync(process.execPath, args, {
      cwd: directory,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (status !== 100) throw new Error(`buf failed: ${stderr}`, { cause: error });
    return stdout;
  }
}

function readFindings(output: string): ReadonlyMap<number, readonly string[]> {
  const findings = new Map<number, string[]>();
  for (const line of output.split('\n').filter((text) => text !== '')) {
    const { path, type } = JSON.parse(line) as { path: string; type: string };
    const index = Number(/row(\d+)/.exec(path)?.[1]);
    findings.set(index, [...(findings.get(index) ?? []), type]);
  }
  return findings;
}

describe('protobufChanges', () => {
  it.each(PROTO_ROWS)('$name', (row) => {
    const changes = changesOf(row);

    expect([...new Set(changes.map(({ rule }) => rule))].sort()).toStrictEqual(
      [...row.rules].sort(),
    );
    expect(changes.some(({ breaking }) => breaking)).toBe(row.breaking);
  });

  it('says what buf says, but for the rows that say why not', () => {
    const findings = bufFindings();
    const said = PROTO_ROWS.map(({ name }, index) => ({ name, breaking: findings.has(index) }));
    const expected = PROTO_ROWS.map(({ name, breaking, buf }) => ({
      name,
      breaking: buf?.breaking ?? breaking,
    }));

    expect(PROTO_ROWS.length).toBeGreaterThanOrEqual(40);
    expect(said).toStrictEqual(expected);
  });

  it('has a published source for each row, and breaking and harmless rows', () => {
    const breaking = PROTO_ROWS.filter((row) => row.breaking).length;

    expect(
      PROTO_ROWS.filter(
        ({ source }) =>
          !/^(https:\/\/(protobuf|google\.aip)\.dev\/\S+|[A-Z]+(_[A-Z]+)+)/.test(source),
      ),
    ).toStrictEqual([]);
    expect(breaking).toBeGreaterThanOrEqual(20);
    expect(PROTO_ROWS.length - breaking).toBeGreaterThanOrEqual(10);
  });

  it('cites a rule of buf that buf finds there, where it cites one', () => {
    const findings = bufFindings();
    const cited = PROTO_ROWS.flatMap(({ name, breaking, source }, index) =>
      breaking && /^[A-Z_]+$/.test(source)
        ? [{ name, source, found: findings.get(index) ?? [] }]
        : [],
    );

    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(({ source, found }) => !found.includes(source))).toStrictEqual([]);
  });
});
