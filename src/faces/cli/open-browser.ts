import { spawn } from 'node:child_process';

/** Opens a link in the browser of the person; where there is none (a server without a screen) nothing happens. */
export function openBrowser(link: string): void {
  const [command, ...args] = openerOf(link);
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function openerOf(link: string): readonly string[] {
  if (process.platform === 'darwin') return ['open', link];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', link];
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasScreen ? ['xdg-open', link] : [];
}
