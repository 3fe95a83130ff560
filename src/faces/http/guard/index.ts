export { checkHost } from './check-host.ts';
export { checkOrigin } from './check-origin.ts';
export { linkSignIn, type SessionMemory, type SignIn } from './sign-in.ts';
