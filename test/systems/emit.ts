/** Writes both halves of the shop into the directory that is named: run in a process of its own. */
import { App } from 'cdktf';
import { join } from 'node:path';
import { writeCharts } from '../../charts';
import { planSystem } from '../../lib/plan';
import { addStacks } from '../../stacks';
import { system } from '../../systems/shop/system';

const [, , outdir = 'out'] = process.argv;
const plan = planSystem(system);
const app = new App({ outdir: join(outdir, 'cdktf.out') });
addStacks(app, plan);
app.synth();
writeCharts(plan, join(outdir, 'dist'));
