export { JudgementForm } from './judgement-form.tsx';
export { SaidList } from './said-list.tsx';
export { type Judgements, useJudgements } from './use-judgements.ts';
