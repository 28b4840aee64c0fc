import path from 'node:path';
import { z } from 'zod';

const Flag = z.enum(['0', '1']).transform((value) => value === '1');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./var'),
  KEYS_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PUBLIC_URL: z.string().optional(),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  QZT_DEMO: Flag.default(true),
  QZT_DEMO_COMMITTEES: z.coerce.number().int().min(0).max(30).default(30),
  TRUST_PROXY: Flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly databaseUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** Where residents reach the product, as an origin; undefined: where the desk does. */
  readonly publicOrigin: string | undefined;
  readonly demonstration: boolean;
  /** How many of the demonstration's committees are filled with people and history; 0: organisations and accounts only. */
  readonly demonstrationCommittees: number;
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

/** A setting that cannot be used. Names the setting and never its value, which may be a secret. */
export class ConfigError extends Error {}

/** An address without anything behind host and port. Errors: ConfigError. */
function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const plain = url && ['https:', 'http:'].includes(url.protocol) && url.href === `${url.origin}/`;
  if (!plain)
    throw new ConfigError(
      'PUBLIC_URL 要写居民打得开的网址开头,如 https://jw.example.cn 或 http://192.168.1.20:8080:以 https:// 或 http:// 开头,后面不带路径、账号和问号 (说明见 docs/operations.md)',
    );
  return url.origin;
}

/**
 * Reads the settings from the environment, once; nothing else reads it. An empty setting counts as none.
 * Errors: ConfigError that names every setting at fault.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(`这些设置不对,请检查: ${names.join(', ')} (说明见 docs/operations.md)`);
  }
  const e = parsed.data;
  if ((e.TLS_CERT === undefined) !== (e.TLS_KEY === undefined))
    throw new ConfigError('TLS_CERT 和 TLS_KEY 要一起设置');
  const dataDir = path.resolve(e.DATA_DIR);
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir,
    keysDir: path.resolve(e.KEYS_DIR ?? path.join(dataDir, 'keys')),
    databaseUrl: e.DATABASE_URL,
    tls: e.TLS_CERT && e.TLS_KEY ? { cert: e.TLS_CERT, key: e.TLS_KEY } : undefined,
    publicOrigin: e.PUBLIC_URL === undefined ? undefined : originOf(e.PUBLIC_URL),
    demonstration: e.QZT_DEMO,
    demonstrationCommittees: e.QZT_DEMO_COMMITTEES,
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
  };
}
