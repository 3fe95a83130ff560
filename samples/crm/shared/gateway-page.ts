import type { StandInAnswer } from './stand-in-message.ts';

/** What a gateway says in place of the vendor: a page of HTML, for which a client that expects JSON must be ready. */
export function gatewayPage(status: number): StandInAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`,
  };
}
