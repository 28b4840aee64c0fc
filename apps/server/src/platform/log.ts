import { type DestinationStream, pino } from 'pino';

export type Logger = pino.Logger;

/**
 * What may be said of a failure where its message may carry what people wrote (a database names the value that it could
 * not read): its kind, its code and where it happened.
 */
export const faultOf = (
  error: unknown,
): { type: string; code?: string; constraint?: string; where: string[] } => {
  if (!(error instanceof Error)) return { type: typeof error, where: [] };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    where: (error.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at '))
      .slice(0, 6),
  };
};

/**
 * The server's log: one JSON object a line. What people wrote never gets here: of an error it says what `faultOf`
 * says, wherever it is logged. `destination`: standard output unless told otherwise.
 */
export const makeLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: faultOf },
    },
    destination,
  );
