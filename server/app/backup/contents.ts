import { z } from 'zod'

/** The name of the first and of the last file of a backup. */
export const headerName = 'header.json'
export const manifestName = 'manifest.json'
/** The second file, where the master key travels with the backup. */
export const masterKeyFileName = 'keys/master.key'

/** What must be known before anything is taken in. */
export const Header = z.object({
  product: z.literal('assay'),
  format: z.literal(1),
  createdAt: z.string(),
  postgres: z.number().int(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({ schema: z.enum(['assay', 'history', 'identity']), name: z.string(), columns: z.array(z.string()) }),
  ),
  twinColumns: z.array(z.object({ table: z.string(), name: z.string(), type: z.string(), late: z.boolean() })),
  /** which master key sealed the signing keys and second factors within; never the key itself */
  masterKey: z.string(),
  masterKeyIncluded: z.boolean(),
  /** false for the automatic backup before a migration, which leaves the files where they are */
  filesIncluded: z.boolean(),
})
export type Header = z.infer<typeof Header>

/** What a whole backup holds: every file before it, with its hash, and the root of every log. */
export const Manifest = z.object({
  files: z.array(
    z.object({ name: z.string(), size: z.number().int(), sha256: z.string(), rows: z.number().int().optional() }),
  ),
  logs: z.array(z.object({ organization: z.string(), size: z.number().int(), root: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** What was backed up or restored, for whoever reads the last line. */
export type BackupSummary = {
  tables: number
  rows: number
  files: number
  bytes: number
  logs: Manifest['logs']
  seconds: number
}

export class BackupRefusal extends Error {
  override name = 'BackupRefusal'
}
