// Runs the built engine to the end and prints its checksum: scenario, seed, scale, playbook.
import { Run, loadPlaybook, loadScenario } from '@dwell/simulator';

const [name, seed, scale, playbook] = process.argv.slice(2);
const scenario = loadScenario(name);
const input = { scenario, seed: Number(seed), scale: Number(scale) };
const run = new Run(input, { playbook: loadPlaybook(playbook, scenario), keep: false });
run.advance(scenario.run.to);
process.stdout.write(`${run.checksum()}\n`);
