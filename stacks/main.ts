/** The app of `cdktf.json`: the project's system as Terraform stacks. */
import { App } from 'cdktf';
import { runApp } from '../lib/cli/run-app';
import { addStacks } from './add-stacks';

void runApp((plans) => {
  const app = new App();
  addStacks(app, plans);
  app.synth();
});
