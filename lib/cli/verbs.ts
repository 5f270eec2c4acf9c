import { addBootstrap } from './bootstrap';
import { addExplain } from './explain';
import { addGraph } from './graph';
import { addReview } from './review';
import { addStatus } from './status';
import type { AddVerb } from './verb';

/** The verbs of the command, in the order in which its help lists them. */
export const VERBS: readonly AddVerb[] = [addReview, addExplain, addStatus, addBootstrap, addGraph];
