import type { System } from '../model/system';
import { readSystem } from '../model/view';
import { contextMap } from './graph/context-map';
import { formatMermaid } from './graph/mermaid';
import { systemGraph } from './graph/system-graph';
import { jsonText, type Outcome } from './outcome';
import { onSystem, withSystem, type AddVerb, type SystemOptions } from './verb';

/** How the graph is asked for. */
export interface GraphOptions {
  /**
   * Whether the map of contexts is meant, not the services.
   *
   * @default false
   */
  readonly contexts?: boolean;
  /**
   * Whether machines read it.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** The verb `graph`. */
export function graphVerb(
  system: System,
  { contexts = false, json = false }: GraphOptions,
): Outcome {
  const view = readSystem(system);
  const diagram = contexts ? contextMap(view) : systemGraph(view);
  return { exitCode: 0, text: json ? jsonText(diagram) : formatMermaid(diagram) };
}

/** Adds the verb `graph`. */
export const addGraph: AddVerb = (program, show) => {
  withSystem(program.command('graph').description('draw the system as a Mermaid flowchart'))
    .option('--contexts', 'draw the map of contexts instead of the services')
    .action(async (options: SystemOptions & GraphOptions) => {
      show(await onSystem(options, ({ system }) => graphVerb(system, options)));
    });
};
