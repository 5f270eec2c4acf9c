export { handbookFiles, type HandbookFile } from './handbook-files';
export { RUNBOOKS as RUNBOOK_FOLDER } from '../plan/slo-plan';
