import type { WorkEvent } from '../../app/work-event.ts';
import { progressWords } from './progress-words.ts';

/** Reports steps of long work on stderr: one line that is rewritten on a terminal, nothing when piped or quiet. */
export function createProgress(options: { readonly quiet: boolean }): (event: WorkEvent) => void {
  const { stderr } = process;
  if (options.quiet || !stderr.isTTY) return () => undefined;
  const clear = () => stderr.write('\r\u001b[2K');
  process.once('exit', clear);
  let shown = '';
  return (event) => {
    const step = progressWords(event);
    if (step === shown) return;
    shown = step;
    clear();
    stderr.write(step.slice(0, Math.max(20, stderr.columns - 1)));
  };
}
