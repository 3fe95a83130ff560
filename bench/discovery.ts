import { runBenches } from './run-benches.ts';

/** All tables of discovery: `npm run bench:discovery [SETS] [SEED]`. */
runBenches([
  { name: 'discovery-noise', simulated: true, real: false },
  { name: 'discovery-power', simulated: true, real: false },
  { name: 'discovery-confounding', simulated: true, real: false },
  { name: 'discovery-speed', simulated: false, real: false },
  { name: 'subgroups', simulated: false, real: true },
  { name: 'subgroups-value', simulated: false, real: true },
]);
