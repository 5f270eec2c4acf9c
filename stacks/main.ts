/** The app of `cdktf.json`: the project's system as Terraform stacks. */
import { App } from 'cdktf';
import { today } from '../lib/cli/as-of';
import { runApp } from '../lib/cli/run-app';
import { addStacks } from './add-stacks';

void runApp((plan) => {
  const app = new App();
  addStacks(app, plan, { asOf: today() });
  app.synth();
});
