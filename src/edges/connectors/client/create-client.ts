import type { ConnectorContext, SecretKeeper } from '../records/index.ts';
import { createAccessToken } from './access-token.ts';
import { clientOrigin } from './client-origin.ts';
import { DayBudget } from './day-budget.ts';
import { postForm } from './post-form.ts';
import { createRatePacing } from './rate-pacing.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { createRefusals } from './refusals.ts';
import { sendRequest } from './send-request.ts';
import type { CreateClient, RefreshIo, VendorRules } from './types.ts';
import { createWire, type Wire } from './wire.ts';

/**
 * Makes the one way in which a connector talks to its vendor: it keeps to the published limits and the day's budget,
 * repeats what may be repeated, renews tokens, and lets no secret into an error.
 */
export const createClient: CreateClient = (rules, settings, context) => {
  const redactor = createRedactor();
  const secrets = learningSecrets(rules, context, redactor);
  const origin = clientOrigin(settings.origin ?? rules.origin, settings.privateOrigin);
  const paced = rules.limits.filter(({ name }) => name !== rules.dayLimit);
  const parts = {
    vendor: rules.label,
    rules,
    context,
    redactor,
    refusals: createRefusals(redactor),
    pacing: createRatePacing(paced, context.now),
    wire: createWire(origin, settings.privateOrigin, context),
  };
  const wireTo = (elsewhere: string): Wire =>
    createWire(clientOrigin(elsewhere, settings.privateOrigin), settings.privateOrigin, context);
  const post: RefreshIo['post'] = (path, form, { origin: elsewhere, ...options } = {}) => {
    const wire = elsewhere === undefined || elsewhere === origin ? parts.wire : wireTo(elsewhere);
    return postForm({ ...parts, wire }, { path, ...options }, form);
  };
  const token = createAccessToken(rules, { secrets, origin, post }, context.signal);
  const budget = new DayBudget(rules, settings, context);
  return {
    origin,
    usage: () => budget.usage,
    send: (request) => sendRequest({ ...parts, token, budget }, request),
  };
};

/** The secrets, of which every one that passes is known to the redactor from then on. */
function learningSecrets(
  rules: VendorRules,
  { secrets }: ConnectorContext,
  redactor: Redactor,
): SecretKeeper {
  const open = new Set(rules.needs?.filter(({ secret }) => !secret).map(({ name }) => name));
  return {
    get: async (name) => {
      const value = await secrets.get(name);
      if (!open.has(name)) redactor.learn(value);
      return value;
    },
    set: async (name, value) => {
      redactor.learn(value);
      await secrets.set(name, value);
    },
  };
}
