import type { Check } from '../check';
import { terraformValidate } from './terraform-validate';

/** All checks, in the order they run: the quick ones first. */
export const CHECKS: readonly Check[] = [terraformValidate];
