import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { indexSystem } from '../plan/index-of-system';
import { RUNBOOKS } from '../plan/slo-plan';
import { runbookOf } from './runbook';

/** A page of the handbook. */
export interface HandbookFile {
  /** Path below the handbook's folder. */
  readonly path: string;
  /** Its text, Markdown. */
  readonly text: string;
}

/** The pages of the handbook of a system: a runbook for each service, and the list of them. */
export function handbookFiles(system: System): readonly HandbookFile[] {
  const index = indexSystem(readSystem(system));
  const { services } = index.view;
  const rows = services.map(
    ({ name, context }) =>
      `| [${name}](${RUNBOOKS}/${name}.md) | ${context.name} | ${context.team.name} |`,
  );
  const list = [
    `# ${index.view.system.name}`,
    '',
    '| service | context | team |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
  return [
    { path: 'README.md', text: list.join('\n') },
    ...services.map((service) => ({
      path: `${RUNBOOKS}/${service.name}.md`,
      text: runbookOf(index, service),
    })),
  ];
}
