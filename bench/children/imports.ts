/** Measures importing modules, given by their names: how long it takes and how much memory the process has then. */
import { createRequire } from 'node:module';
import { startMeasure, tell } from './measure';

const load = createRequire(__filename);
const measure = startMeasure();
for (const module of process.argv.slice(2)) load(module);
tell(measure(), process.argv.length - 2);
