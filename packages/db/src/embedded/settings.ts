/**
 * Settings for an office PC with two cores that does other work too. All can be overridden by the caller.
 * Nothing that weakens durability is here: what was acknowledged survives a power cut.
 */
const OFFICE_PC: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  // Many short statements and few cores: neither pays, and hash joins shared between processes need more /dev/shm
  // than containers have.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '1',
  // A transaction that a dead client left open would hold back clean-up for ever.
  idle_in_transaction_session_timeout: '5min',
  // A new installation grows from nothing in minutes; plans made for empty tables should not outlive that.
  autovacuum_naptime: '10s',
  // a line every five minutes is noise
  log_checkpoints: 'off',
  // the product's log has its own times
  log_line_prefix: '[%p] ',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
};

/** Not to be overridden: durability aside (tests switch it off), these keep the server private. */
const PRIVATE: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Residents' words and names never reach a log: no statement texts, no row values.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  logging_collector: 'off',
  log_destination: 'stderr',
};

/** Command line arguments for `postgres`: they win over the files in the data folder and over ALTER SYSTEM. */
export function settingArguments(
  socketDir: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): string[] {
  const all = {
    ...OFFICE_PC,
    ...settings,
    ...PRIVATE,
    // a list: quoted, as the path may hold commas and blanks
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    port: String(port),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Whether the caller has given up durability (tests do): then initdb need not wait for the disk either. */
export function isDurable(settings: Readonly<Record<string, string>>): boolean {
  return settings.fsync !== 'off';
}
