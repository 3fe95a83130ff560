export { assignFolds } from './assign-folds.ts';
export { chancesOf } from './chances-of.ts';
export { groupUnits, type UnitGroups } from './group-units.ts';
export { prepareTraining } from './prepare-training.ts';
export { rubricCard } from './rubric-card.ts';
export { singleCard } from './single-card.ts';
export { totalPoints } from './total-points.ts';
export { type Training, trainCard } from './train-card.ts';
export type * from './types.ts';
