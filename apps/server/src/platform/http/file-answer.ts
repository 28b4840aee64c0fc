import type { FileMedia } from '@qzt/contract';
import type { FastifyReply } from 'fastify';
import type { MadeFile } from '../made-file.ts';

/**
 * A file may be drawn in a frame of our own pages, by the browser's viewer: it runs nothing of ours, so it needs no
 * policy but who may frame it.
 */
const FILE_POLICY = "frame-ancestors 'self'";

const asciiOf = (name: string): string =>
  name.replace(/[^\w.-]+/g, '').replace(/^-+/, '') || 'file';

/** Sends what a handler of an endpoint with `media` made. */
export function sendFile(reply: FastifyReply, media: FileMedia, file: MadeFile): FastifyReply {
  const how = file.shown ? 'inline' : 'attachment';
  const missing = file.missing ?? [];
  if (missing.length > 0) reply.header('x-missing-glyphs', missing.join(' '));
  return reply
    .header(
      'content-disposition',
      `${how}; filename="${asciiOf(file.name)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('content-security-policy', FILE_POLICY)
    .type(media)
    .send(file.bytes);
}
