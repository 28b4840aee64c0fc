import { makeClient } from '@qzt/contract';

/** The one way to the server: same origin, session by cookie. */
export const client = makeClient();
