import { answerJson, type StandInAnswer } from '../shared/index.ts';

/** What HubSpot says when it refuses; `category` and the rest as in its own bodies. */
export interface HubspotProblem {
  readonly message: string;
  readonly category: string;
  readonly errors?: readonly unknown[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly subCategory?: string;
}

/** A request that HubSpot refuses as a whole. */
export class HubspotRefusal extends Error {
  readonly status: number;
  readonly problem: HubspotProblem;

  constructor(status: number, problem: HubspotProblem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }

  answer(): StandInAnswer {
    return refusalAnswer(this.status, this.problem);
  }
}

/** The answer of a refusal. */
export function refusalAnswer(status: number, problem: HubspotProblem): StandInAnswer {
  const { message, ...rest } = problem;
  return answerJson(status, { status: 'error', message, correlationId, ...rest });
}

/** HubSpot gives each answer an id of its own; here it is always the same, so that answers can be compared. */
export const correlationId = 'c0ffee00-0000-4000-8000-000000000000';

/** Refuses input that the endpoint does not know. */
export function invalid(message: string): HubspotRefusal {
  return new HubspotRefusal(400, { message, category: 'VALIDATION_ERROR' });
}

/** The answer to what does not exist. */
export function missing(message: string): HubspotRefusal {
  return new HubspotRefusal(404, { message, category: 'OBJECT_NOT_FOUND' });
}
