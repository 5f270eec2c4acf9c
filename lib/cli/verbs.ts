import { addAnalyze } from './analyze';
import { addBootstrap } from './bootstrap';
import { addContracts } from './contracts';
import { addDiff } from './diff';
import { addExplain } from './explain';
import { addGraph } from './graph';
import { addHandbook } from './handbook';
import { addJourneys } from './journeys';
import { addReview } from './review';
import { addStatus } from './status';
import type { AddVerb } from './verb';

/** The verbs of the command, in the order in which its help lists them. */
export const VERBS: readonly AddVerb[] = [
  addReview,
  addExplain,
  addAnalyze,
  addJourneys,
  addStatus,
  addDiff,
  addBootstrap,
  addContracts,
  addGraph,
  addHandbook,
];
