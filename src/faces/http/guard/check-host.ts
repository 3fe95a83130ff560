import { BestfitError } from '../../../base/errors/index.ts';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses a request that names another host: a page elsewhere whose name was pointed at this machine (DNS rebinding)
 * carries its own name in `Host`.
 */
export function checkHost(host: string | undefined): void {
  const name = (host ?? '').replace(/:\d+$/, '');
  if (!loopbackNames.has(name)) throw new BestfitError('http.foreign-host', { host: host ?? '' });
}
