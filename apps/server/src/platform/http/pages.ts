import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

const DIST = fileURLToPath(new URL('../../../../staff/dist', import.meta.url));

/** Addresses that the staff app answers itself, each with the page that it gets. */
const PAGES = {
  '/desk': 'index.html',
  '/desk/*': 'index.html',
  '/desk/second': 'second.html',
  '/admin': 'index.html',
  '/admin/*': 'index.html',
  '/sign-in': 'index.html',
  '/setup': 'index.html',
  '/about': 'index.html',
};

/** Serves the built staff app. Without a build the pages say what to do, the API works all the same. */
export async function staffPages(app: FastifyInstance): Promise<void> {
  const built = existsSync(DIST);
  if (built)
    await app.register(fastifyStatic, {
      root: DIST,
      index: false,
      // Names of assets carry a hash of their content: what a browser has it may keep.
      setHeaders: (reply, file) => {
        const kept = file.includes('/assets/');
        reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  for (const [page, file] of Object.entries(PAGES))
    app.get(page, { schema: { hide: true } }, async (_request, reply) => {
      if (!built) throw new Refusal('not-ready', { detail: '页面还没有构建,请运行 npm run build' });
      return reply.sendFile(file);
    });
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/desk'));
}
