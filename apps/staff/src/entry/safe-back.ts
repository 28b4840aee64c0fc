/** Where to go after signing in: only pages of this app, never another site. */
export const safeBack = (back: unknown): string | null =>
  typeof back === 'string' && /^\/(desk|admin)(\/[a-z-]+)?$/.test(back) ? back : null;
