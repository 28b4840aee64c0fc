import { pino } from 'pino';

export type Logger = pino.Logger;

/**
 * The server's log: one JSON object a line. What people wrote never gets here; should an error carry it along in a
 * query's values, the serialiser leaves it out.
 */
export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        message: error.message,
        code: error.code,
        constraint: error.constraint,
        stack: error.stack,
      }),
    },
  });
