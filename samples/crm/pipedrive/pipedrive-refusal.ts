import { answerJson, type StandInAnswer } from '../shared/index.ts';

/** A request that Pipedrive refuses. */
export class PipedriveRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  answer(): StandInAnswer {
    return refusalAnswer(this.status, this.message);
  }
}

/** The answer of a refusal. */
export function refusalAnswer(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): StandInAnswer {
  const hint = 'Please check developers.pipedrive.com';
  return answerJson(status, { success: false, error, errorCode: status, error_info: hint }, headers);
}

/** Refuses input that the endpoint does not know. */
export function invalid(message: string): PipedriveRefusal {
  return new PipedriveRefusal(400, message);
}
