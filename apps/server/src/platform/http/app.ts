import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { toProblem } from '../problem.ts';
import { newId } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { documented } from './document.ts';
import { serialize, validate } from './validate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    open?: boolean;
    writes?: boolean;
    versioned?: boolean;
  }
}

export interface AppOptions {
  readonly logger: NonNullable<FastifyServerOptions['loggerInstance']>;
  readonly https?: { readonly cert: Buffer; readonly key: Buffer };
  readonly trustProxy: boolean;
  /** Holds every answer against its schema: for tests, which then find drift. */
  readonly checkAnswers?: boolean;
}

const BODY_LIMIT = 256 * 1024;

/** Builds the HTTP server with everything that holds for every endpoint, and no endpoint yet. It does not listen. */
export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    // Addresses carry residents' words in their query: a request is logged by its route, in `onResponse`.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    genReqId: () => newId(),
    forceCloseConnections: 'idle',
    // Fastify's own refusal while it closes is no problem document; ours is below.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    ...(options.https ? { https: options.https } : {}),
  } as FastifyServerOptions) as unknown as FastifyInstance;

  // A body is JSON or nothing: a form of another site could send plain text in a worker's name.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validate);
  app.setSerializerCompiler(serialize(options.checkAnswers ?? false));
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionId', null);
  app.decorateRequest('repeat', null);

  app.setErrorHandler((error, request, reply) => {
    const { problem, retryAfter } = toProblem(error, request.id);
    request.log.debug({ err: error }, 'refused');
    // A database that is away fails every request: that it is away is said once, by its connections.
    if (problem.code === 'internal')
      request.log.error({ err: error, traceId: request.id }, 'request failed');
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    else if (problem.status === 429 || problem.status === 503)
      if (!reply.hasHeader('retry-after')) reply.header('retry-after', '1');
    return reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(problem);
  });
  app.setNotFoundHandler(() => {
    throw new Refusal('not-found');
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // Ant Design writes its styles at run time.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // A paper to print stands in a frame of our own page.
        'frame-src': ["'self'", 'blob:'],
        'upgrade-insecure-requests': options.https ? [] : null,
      },
    },
    strictTransportSecurity: options.https !== undefined,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      new Refusal('slow-down', { waitSeconds: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '全走通 Quanzoutong',
        version: '0.1.0',
        description:
          'One encounter, one case, one promise: the work of a neighbourhood committee’s desk.',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qzt_session' } },
      },
      security: [{ session: [] }],
    },
    transform: documented,
  });

  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    if (closing) {
      reply.header('connection', 'close');
      throw new Refusal('not-ready', { waitSeconds: 2, detail: '服务正在重新启动,请稍后再试' });
    }
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    refuseForeignOrigin(request.headers.origin, request.headers.host, request.method);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      {
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  return app;
}

/** A browser says where a request comes from; another site's page may not act in a worker's name. */
function refuseForeignOrigin(
  origin: string | undefined,
  host: string | undefined,
  method: string,
): void {
  if (origin === undefined || method === 'GET' || method === 'HEAD') return;
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Refusal('not-permitted', { detail: '这个请求来自别的网站,请从本系统的页面操作' });
}
