import { userInfo } from 'node:os';

/** Who runs the command; a user that the system has no name for (in a container) is `unknown`. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? 'unknown';
  }
}
