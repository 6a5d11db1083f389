import { join } from 'node:path'
import { z } from 'zod'
import { usualDataFolder } from './data-folder.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const address = z.string().url()
const hours = z.coerce.number().int().min(1).max(8760)

/** Every setting, in one place: its variable, what it means, and its default. */
const settings = z.object({
  ASSAY_DATA: z.string().default(usualDataFolder()).describe('folder of the data, keys and embedded database'),
  ASSAY_URL: address
    .optional()
    .describe('address that people open; https switches secure cookies on; default: 127.0.0.1 and the port'),
  ASSAY_BIND: z.string().default('127.0.0.1').describe('address that the server listens on'),
  ASSAY_PORT: z.coerce.number().int().min(0).max(65_535).default(4200).describe('port that the server listens on'),
  ASSAY_TRUSTED_PROXY: z
    .string()
    .optional()
    .describe('address or network of the reverse proxy whose headers are believed'),
  DATABASE_URL: z.string().optional().describe('PostgreSQL server to use instead of the embedded one'),
  ASSAY_MASTER_KEY: z.string().optional().describe('master key, 64 hex digits; else the file is used'),
  ASSAY_MASTER_KEY_FILE: z
    .string()
    .optional()
    .describe('file of the master key; default: keys/master.key in the data folder'),
  ASSAY_UPLOAD_LIMIT: z.coerce
    .number()
    .int()
    .positive()
    .default(50 * 1024 * 1024)
    .describe('largest upload in bytes'),
  ASSAY_MEASURE_FOLDER: z
    .string()
    .optional()
    .describe('folder whose files may be measured in place, by their path in it; without it files are uploaded'),
  ASSAY_MEASURE_MEMORY: z
    .string()
    .regex(/^\d+(KB|MB|GB)$/)
    .default('512MB')
    .describe('memory of one measurement, such as 512MB'),
  ASSAY_MEASURE_THREADS: z.coerce.number().int().min(1).max(64).default(2).describe('threads of one measurement'),
  ASSAY_MAIL_URL: z.string().optional().describe('smtp:// address for mail; without it nothing is mailed'),
  ASSAY_MAIL_FROM: z.string().default('assay@localhost').describe('sender of mail'),
  ASSAY_SESSION_IDLE_HOURS: hours.default(24).describe('hours without use after which a sign-in ends'),
  ASSAY_SESSION_HOURS: hours.default(168).describe('hours after which a sign-in ends, however much it is used'),
  ASSAY_RATE_LIMIT: flag.default(true).describe('limit requests per address and minute'),
  ASSAY_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('how much is logged'),
})

export type Config = {
  data: string
  url: URL
  bind: string
  port: number
  trustedProxy: string | undefined
  secureCookies: boolean
  databaseUrl: string | undefined
  masterKey: string | undefined
  masterKeyFile: string
  uploadLimit: number
  measure: { folder: string | null; memory: string; threads: number }
  mail: { url: string; from: string } | undefined
  /** how long a sign-in lasts: unused, and at the longest */
  sessions: { idleHours: number; longestHours: number }
  rateLimit: boolean
  log: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export class ConfigRefusal extends Error {
  override name = 'ConfigRefusal'
}

/** Reads the settings from the environment; an unknown `ASSAY_` name or a bad value is refused by name. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const known = Object.keys(settings.shape)
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith('ASSAY_') && !known.includes(name) && name !== 'ASSAY_TOKEN',
  )
  if (unknown.length > 0) throw new ConfigRefusal(`Unknown setting ${unknown.join(', ')}. Known: ${known.join(', ')}.`)
  const parsed = settings.safeParse(environment)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigRefusal(`The settings cannot be used. ${problems.join('; ')}.`)
  }
  const it = parsed.data
  const url = new URL(it.ASSAY_URL ?? `http://127.0.0.1:${it.ASSAY_PORT}`)
  return {
    data: it.ASSAY_DATA,
    url,
    bind: it.ASSAY_BIND,
    port: it.ASSAY_PORT,
    trustedProxy: it.ASSAY_TRUSTED_PROXY,
    secureCookies: url.protocol === 'https:',
    databaseUrl: it.DATABASE_URL,
    masterKey: it.ASSAY_MASTER_KEY,
    masterKeyFile: it.ASSAY_MASTER_KEY_FILE ?? join(it.ASSAY_DATA, 'keys', 'master.key'),
    uploadLimit: it.ASSAY_UPLOAD_LIMIT,
    measure: {
      folder: it.ASSAY_MEASURE_FOLDER ?? null,
      memory: it.ASSAY_MEASURE_MEMORY,
      threads: it.ASSAY_MEASURE_THREADS,
    },
    mail: it.ASSAY_MAIL_URL ? { url: it.ASSAY_MAIL_URL, from: it.ASSAY_MAIL_FROM } : undefined,
    sessions: { idleHours: it.ASSAY_SESSION_IDLE_HOURS, longestHours: it.ASSAY_SESSION_HOURS },
    rateLimit: it.ASSAY_RATE_LIMIT,
    log: it.ASSAY_LOG,
  }
}

/** The settings as `assay config` prints them: name, value and meaning, with secrets withheld. */
export function describeConfig(
  environment: Record<string, string | undefined> = process.env,
): { name: string; value: string; meaning: string }[] {
  const parsed: Record<string, unknown> = settings.parse(environment)
  return Object.entries(settings.shape).map(([name, schema]) => ({
    name,
    value: shown(name, parsed[name]),
    meaning: schema.description ?? '',
  }))
}

function shown(name: string, value: unknown): string {
  if (value === undefined) return 'not set'
  const secret = name === 'ASSAY_MASTER_KEY' || name.endsWith('_URL')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (name === 'ASSAY_URL' || !secret) return text
  return name === 'ASSAY_MASTER_KEY' ? 'set (withheld)' : text.replace(/\/\/[^@/]*@/, '//withheld@')
}
