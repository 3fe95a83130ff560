import { answerJson, type StandInAnswer } from '../shared/index.ts';

/** A request that Salesforce refuses: always a list, even of one. */
export class SalesforceRefusal extends Error {
  readonly status: number;
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  answer(): StandInAnswer {
    return refusalAnswer(this.status, this.errorCode, this.message);
  }
}

/** The answer of a refusal. */
export function refusalAnswer(status: number, errorCode: string, message: string): StandInAnswer {
  return answerJson(status, [{ message, errorCode }]);
}

/** The answer when the requests of 24 hours are used up: 403, not 429. */
export function limitExceeded(): StandInAnswer {
  return refusalAnswer(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
}

/** The answer to a session that has ended. */
export function invalidSession(): StandInAnswer {
  return refusalAnswer(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}
