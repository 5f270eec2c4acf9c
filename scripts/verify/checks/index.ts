import type { Check } from '../check';
import { alertmanagerRoutes } from './alertmanager-routes';
import { emulatedApply } from './emulated-apply';
import { emulatedFaults } from './emulated-faults';
import { emulatedRegions } from './emulated-regions';
import { emulatedStaging } from './emulated-staging';
import { emulatorTests } from './emulator-tests';
import { enginesEqual } from './engines-equal';
import { fixturesValidate } from './fixtures-validate';
import { kubernetesReferences } from './kubernetes-references';
import { kubernetesSchemas } from './kubernetes-schemas';
import { kubernetesTypes } from './kubernetes-types';
import { prometheusRules } from './prometheus-rules';
import { prometheusScrape } from './prometheus-scrape';
import { seededFaults } from './seeded-faults';
import { terraformValidate } from './terraform-validate';

/** All checks, in the order they run: the quick ones first. */
export const CHECKS: readonly Check[] = [
  ...[kubernetesReferences, kubernetesSchemas, kubernetesTypes],
  ...[alertmanagerRoutes, prometheusScrape, prometheusRules],
  ...[terraformValidate, fixturesValidate, enginesEqual, seededFaults],
  ...[emulatorTests, emulatedApply, emulatedRegions, emulatedFaults, emulatedStaging],
];
