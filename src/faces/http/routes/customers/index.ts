import type { Route } from '../../types.ts';
import { deleteJudgement } from './delete-judgement.ts';
import { getCustomer } from './get-customer.ts';
import { getCustomers } from './get-customers.ts';
import { getSensitivity } from './get-sensitivity.ts';
import { postJudgement } from './post-judgement.ts';
import { putWeights } from './put-weights.ts';
import { weighCustomers } from './weigh-customers.ts';

/** Who the best customers are, under which weights, and what people say of them. */
export const customerRoutes: readonly Route[] = [
  getCustomers,
  weighCustomers,
  putWeights,
  getSensitivity,
  getCustomer,
  postJudgement,
  deleteJudgement,
];
