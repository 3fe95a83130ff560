import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, FaultPlan } from './fault-plan.ts';
import { RequestLog } from './request-log.ts';
import { type FoundRoute, findRoute, type Route } from './route.ts';
import type { StandInAnswer, StandInRequest } from './stand-in-message.ts';

/** What makes one vendor. */
export interface StandInVendor {
  readonly routes: readonly Route[];
  /** Whether a request may come in (token, limits): null, or the refusal. */
  readonly admit: (request: StandInRequest, found: FoundRoute | null) => StandInAnswer | null;
  /** The answer to a path that does not exist. */
  readonly notFound: (request: StandInRequest) => StandInAnswer;
  /** The vendor's own form of a planned fault that comes in place of the answer. */
  readonly fault: (fault: Fault) => StandInAnswer;
  /** The answer that a handler's error stands for: null when it is none of the vendor's refusals. */
  readonly refusal: (error: unknown) => StandInAnswer | null;
  /** Headers of every answer that was let in, such as what is left of the budget. */
  readonly headers: (request: StandInRequest) => Readonly<Record<string, string>>;
}

/** A running stand-in: where it listens, what was asked of it, and what shall go wrong. */
export interface StandIn {
  readonly origin: string;
  readonly log: RequestLog;
  readonly faults: FaultPlan;
  readonly close: () => Promise<void>;
}

/** Starts a vendor's stand-in on a free port of the loopback address. */
export async function startStandIn(vendor: StandInVendor): Promise<StandIn> {
  const log = new RequestLog();
  const faults = new FaultPlan();
  const server = createServer({ maxHeaderSize: 65_536 }, (incoming, outgoing) => {
    void respond({ vendor, log, faults }, incoming, outgoing).catch((error: unknown) => {
      outgoing.destroy(error as Error);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, log, faults, close };
}

interface Running {
  readonly vendor: StandInVendor;
  readonly log: RequestLog;
  readonly faults: FaultPlan;
}

async function respond(running: Running, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { vendor, log, faults } = running;
  const request = await readRequest(incoming);
  const found = findRoute(vendor.routes, request);
  const endpoint = found?.endpoint ?? `${request.method} (unknown)`;
  log.arrived(endpoint);
  const fault = faults.take(endpoint);
  const isAnswered = fault === null || fault.kind === 'slow' || fault.kind === 'cut';
  const answer = isAnswered ? answerOf(vendor, request, found) : vendor.fault(fault);
  if (fault?.kind === 'slow') await wait(fault.delayMs);
  if (fault?.kind === 'cut') {
    log.answered(0);
    return cut(outgoing, answer, fault.afterBytes);
  }
  log.answered(answer.status);
  outgoing.writeHead(answer.status, head(answer));
  outgoing.end(answer.body);
}

function answerOf(vendor: StandInVendor, request: StandInRequest, found: FoundRoute | null): StandInAnswer {
  const refused = vendor.admit(request, found);
  if (refused !== null) return refused;
  const common = vendor.headers(request);
  const answer = handled(vendor, request, found);
  return { ...answer, headers: { ...common, ...answer.headers } };
}

function handled(vendor: StandInVendor, request: StandInRequest, found: FoundRoute | null): StandInAnswer {
  if (found === null) return vendor.notFound(request);
  try {
    return found.route.handle(request, found.params);
  } catch (error) {
    const refusal = vendor.refusal(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

function head(answer: StandInAnswer): Record<string, string | number> {
  return { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) };
}

async function cut(outgoing: ServerResponse, answer: StandInAnswer, afterBytes: number): Promise<void> {
  if (afterBytes > 0) {
    outgoing.writeHead(answer.status, head(answer));
    const part = Buffer.from(answer.body).subarray(0, afterBytes);
    await new Promise((resolve) => outgoing.write(part, resolve));
  }
  outgoing.destroy();
}

async function readRequest(incoming: IncomingMessage): Promise<StandInRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const url = incoming.url ?? '/';
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const query: Record<string, string> = {};
  for (const [name, value] of searchParams)
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(parts).toString('utf8'),
    urlLength: url.length,
  };
}
