/** Measures the review of a system: reading what was declared, and all rules. */
import { review } from '../../lib/review';
import { syntheticSystem } from '../synthetic';
import { argument, startMeasure, tell } from './measure';

const system = syntheticSystem(Number(argument(0)));
const measure = startMeasure();
const { errors } = review(system, {});
tell(measure(), errors);
