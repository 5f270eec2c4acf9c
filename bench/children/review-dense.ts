/** Measures the review of a system with ten calls for each service. */
import { review } from '../../lib/review';
import { denseSystem } from '../dense';
import { argument, startMeasure, tell } from './measure';

const system = denseSystem(Number(argument(0)));
const measure = startMeasure();
const { errors } = review(system, {});
tell(measure(), errors);
