import { runBenches } from './run-benches.ts';

/** All tables of the scorecard: `npm run bench:scorecard [SETS] [SEED]`. */
runBenches([
  { name: 'scorecard-learner', simulated: false, real: true },
  { name: 'scorecard-exhaustive', simulated: false, real: true },
  { name: 'scorecard-settings', simulated: false, real: true },
  { name: 'scorecard-small', simulated: true, real: false },
  { name: 'scorecard-probability', simulated: true, real: false },
  { name: 'scorecard-real', simulated: false, real: true },
  { name: 'outcomes', simulated: false, real: false },
  { name: 'scorecard-scale', simulated: false, real: false, args: ['10000000', '3'] },
]);
