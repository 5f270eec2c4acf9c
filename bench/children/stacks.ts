/** Measures planning a system and synthesising its stacks; imports are left out, here as in the floor. */
import { syntheticSystem } from '../synthetic';
import { argument, startMeasure, tell } from './measure';

/**
 * As in `stacks/main.ts`, the work begins after something was waited for: cdktf keeps the whole call stack of every
 * token, and the frames of the module loader below it would count against the product.
 */
async function main(): Promise<void> {
  const { App } = await import('cdktf');
  const { planSystem } = await import('../../lib/plan/index.js');
  const { addStacks } = await import('../../stacks/index.js');
  const system = syntheticSystem(Number(argument(0)));
  const measure = startMeasure();
  const app = new App({ outdir: argument(1) });
  addStacks(app, planSystem(system));
  app.synth();
  tell(measure());
}

void main();
