import type { Problem, Upload } from '../../api/generated/types.gen.ts';
import { ProblemError } from '../../shared/api/index.ts';

/** A file on its way to the server. */
export interface SentFile {
  readonly done: Promise<Upload>;
  readonly abort: () => void;
}

/** Sends one file; `fetch` would not say how much has gone. */
export function sendFile(file: File, onSent: (share: number) => void): SentFile {
  const request = new XMLHttpRequest();
  const done = new Promise<Upload>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status === 201
        ? resolve(JSON.parse(request.responseText) as Upload)
        : reject(new ProblemError(problemOf(request.responseText)));
    request.onerror = () => reject(new ProblemError(noAnswer));
    request.onabort = () => reject(new ProblemError({ ...noAnswer, code: 'upload.aborted' }));
  });
  request.open('POST', `/api/v1/uploads?name=${encodeURIComponent(file.name)}`);
  request.send(file);
  return { done, abort: () => request.abort() };
}

const noAnswer: Problem = { type: '', title: '', status: 0, code: 'http.no-answer', params: {}, remedy: '' };

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return noAnswer;
  }
}
