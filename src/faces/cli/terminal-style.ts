import type { TextStyle } from './types.ts';

/** The terminal as it is: colour only on a terminal without NO_COLOR, 100 columns when it is none. */
export function terminalStyle(): TextStyle {
  const { stdout, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const color = forced || (stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb');
  const width = Math.max(60, Math.min(stdout.columns ?? 100, 160));
  return { color, width };
}
