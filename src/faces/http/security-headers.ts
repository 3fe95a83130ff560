import type { MiddlewareHandler } from 'hono';

/** Styles are set on elements by the component library; everything else comes from this server alone. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** No page may frame this one, no file is taken for another kind, and no address is told to others. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
    c.header('cache-control', 'no-store');
};
