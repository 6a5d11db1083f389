import { createHash } from 'node:crypto'
import { type Cluster, loginRoles } from './cluster.ts'

/** The socket's number in its file name; nothing listens on the network. */
export const port = 5432

type Subject = {
  major: Cluster['version']
  socketDirectory: string
  testing: boolean
  /** Whether an operator's own file stands beside ours. */
  hasLocal: boolean
}

export const localSettings = 'postgresql.local.conf'

/**
 * postgresql.conf: small memory, full durability, nothing of a statement or a row in the log (terse leaves out DETAIL,
 * which quotes key values). Written at each start; an operator's own settings go into the file it includes last.
 */
export function serverSettings({ major, socketDirectory, testing, hasLocal }: Subject): string {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    port,
    max_connections: testing ? 100 : 40,
    superuser_reserved_connections: 0,
    password_encryption: 'scram-sha-256',

    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    huge_pages: 'off',
    jit: 'off',
    random_page_cost: 1.1,
    max_worker_processes: 4,
    max_parallel_workers: 2,
    max_parallel_workers_per_gather: 1,
    autovacuum_max_workers: 2,

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'on',
    min_wal_size: '64MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '15min',

    logging_collector: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %q%u@%d ',

    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    lc_monetary: 'C',
    lc_numeric: 'C',
    lc_time: 'C',
    default_text_search_config: 'pg_catalog.simple',
    // Three workers for asynchronous reads cost more memory than this database gains from them.
    ...(major >= 18 ? { io_method: 'sync' } : {}),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
  return [
    `# Written by Assay at each start. Your own settings go into ${localSettings} beside this file.`,
    ...lines,
    ...(hasLocal ? [`include '${localSettings}'`] : []),
    '',
  ].join('\n')
}

/** pg_hba.conf: our login roles with their password over the socket; the superuser and everybody else not at all. */
export function accessRules(): string {
  return [
    '# Written by Assay at each start.',
    `local all ${loginRoles.join(',')} scram-sha-256`,
    'local all all reject',
    'local replication all reject',
    'host all all all reject',
    'host replication all all reject',
    '',
  ].join('\n')
}

/** Told to the postmaster on its command line, so that a later start sees whether a running one has today's settings. */
export function fingerprint(subject: Subject): string {
  return createHash('sha256').update(serverSettings(subject)).update(accessRules()).digest('hex').slice(0, 16)
}
