/** Measures planning a system and writing its charts, with the import of all that is needed. */
import { syntheticSystem } from '../synthetic';
import { argument, startMeasure, tell } from './measure';

async function main(): Promise<void> {
  const system = syntheticSystem(Number(argument(0)));
  const measure = startMeasure();
  const { planSystem } = await import('../../lib/plan/index.js');
  const { writeCharts } = await import('../../charts/index.js');
  const { objects } = writeCharts(planSystem(system), argument(1));
  tell(measure(), objects);
}

void main();
