/** The app of `cdk8s.yaml`: the project's system as Kubernetes manifests. */
import { runApp } from '../lib/cli/run-app';
import { writeCharts } from './write-charts';

void runApp((plan) => {
  writeCharts(plan, process.env['CDK8S_OUTDIR'] ?? 'dist');
});
