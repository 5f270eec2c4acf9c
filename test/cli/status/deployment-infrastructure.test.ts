import { App } from 'cdktf';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploymentInfrastructure } from '../../../lib/cli/status/deployment-infrastructure';
import { readSystem } from '../../../lib/model';
import { planSystem } from '../../../lib/plan';
import { addStacks } from '../../../stacks/add-stacks';
import { smallShop } from '../support/small-shop';

const outdir = mkdtempSync(join(tmpdir(), 'stack-count-'));
afterAll(() => {
  rmSync(outdir, { recursive: true });
});

describe('deploymentInfrastructure', () => {
  it('counts the stacks that are made', () => {
    const system = smallShop();
    const plan = planSystem(system);
    const app = new App({ outdir });
    addStacks(app, plan);
    const made = (prefix: string): number =>
      app.node.children.filter(({ node }) => node.id.startsWith(prefix)).length;

    for (const { name, stacks, regions } of deploymentInfrastructure(
      readSystem(system),
      plan.environments,
    )) {
      expect(stacks).toBe(made(`shop-${name}-`));
      for (const { region, stacks: own } of regions)
        expect(own).toBe(made(`shop-${name}-${region}-`));
    }
  });
});
