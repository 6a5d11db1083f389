import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { Pool, type ClientConfig } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { isSigned } from '#platform/secrets.ts'
import { keepCodes } from './backup-codes.ts'

/**
 * Accounts, passwords, second factors and session cookies, behind our own interface; the library underneath is not seen
 * outside of this file. Headers in are the request's (for the cookie), `cookies` out are Set-Cookie lines.
 */
export type Accounts = {
  create(account: { name: string; email: string; password: string }): Promise<{ person: string } | 'taken'>
  /** the person whose account and password these are, or null */
  check(credentials: { email: string; password: string }): Promise<string | null>
  signIn(credentials: { email: string; password: string }, headers: Headers): Promise<SignedIn | null>
  secondFactor(code: string, headers: Headers): Promise<SignedIn | null>
  signOut(headers: Headers): Promise<{ cookies: string[] }>
  /** the session token of the cookie, when its signature is ours */
  tokenOf(cookies: Record<string, string | undefined>): string | null
  enableTwoFactor(password: string, headers: Headers): Promise<{ uri: string; backupCodes: string[] } | null>
  confirmTwoFactor(code: string, headers: Headers): Promise<{ cookies: string[] } | null>
  disableTwoFactor(password: string, headers: Headers): Promise<{ cookies: string[] } | null>
  /** new backup codes in place of the old ones; null where the password is wrong or no second factor is in use */
  renewBackupCodes(password: string, headers: Headers): Promise<string[] | null>
  backupCodesLeft(person: string): Promise<number>
  /** the hash under which a password is kept */
  hash(password: string): Promise<string>
  /** how long a sign-in lasts */
  sessions: SessionHours
  changePassword(change: { current: string; next: string }, headers: Headers): Promise<{ cookies: string[] } | null>
  pool: Pool
  close(): Promise<void>
}

/** After how many hours a sign-in ends: when it was not used, and at the longest. */
export type SessionHours = { idleHours: number; longestHours: number }

export type SignedIn = { cookies: string[]; twoFactor: boolean; token: string | null }

type Options = {
  connection: ClientConfig
  url: URL
  secret: string
  secureCookies: boolean
  sessions: SessionHours
}

export function openAccounts({ connection, url, secret, secureCookies, sessions }: Options): Accounts {
  const codes = keepCodes(secret)
  const pool = new Pool({
    ...connection,
    max: 4,
    idleTimeoutMillis: 30_000,
    options: '-c search_path=identity -c timezone=UTC',
  })
  pool.on('error', () => undefined)
  const auth = betterAuth({
    appName: 'Assay',
    baseURL: url.origin,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: (password) => hash(password), verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    // the end of a session is ours to judge (identity.use_session): the library's refresh would move it
    session: {
      expiresIn: 60 * 60 * sessions.longestHours,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    advanced: {
      cookiePrefix: 'assay',
      useSecureCookies: secureCookies,
      disableOriginCheck: true,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: () => uuidv7() },
    },
    plugins: [twoFactor({ issuer: 'Assay', backupCodeOptions: { amount: 10, storeBackupCodes: codes.storage } })],
  })
  const cookieName = `${secureCookies ? '__Secure-' : ''}assay.session_token`

  return {
    pool,
    sessions,
    hash: (password) => hash(password),
    close: () => pool.end(),
    async create({ name, email, password }) {
      const found = await pool.query('select 1 from "user" where email = $1', [email.toLowerCase()])
      if (found.rowCount) return 'taken'
      const made = await auth.api.signUpEmail({ body: { name, email: email.toLowerCase(), password } })
      return { person: made.user.id }
    },
    async check({ email, password }) {
      const { rows } = await pool.query<{ id: string; password: string }>(
        `select u.id, a.password from "user" u join account a on a."userId" = u.id and a."providerId" = 'credential' where u.email = $1`,
        [email.toLowerCase()],
      )
      const kept = rows[0]
      return kept && (await verify(kept.password, password)) ? kept.id : null
    },
    signIn: async (body, headers) =>
      signedIn(
        await auth.api.signInEmail({ body: { ...body, email: body.email.toLowerCase() }, headers, asResponse: true }),
      ),
    secondFactor: async (code, headers) => signedIn(await verifyCode(code, headers)),
    async signOut(headers) {
      return { cookies: (await auth.api.signOut({ headers, asResponse: true })).headers.getSetCookie() }
    },
    tokenOf(cookies) {
      const value = cookies[cookieName]
      const at = value?.lastIndexOf('.') ?? -1
      if (!value || at < 1) return null
      const token = value.slice(0, at)
      return isSigned(token, value.slice(at + 1), secret) ? token : null
    },
    async enableTwoFactor(password, headers) {
      const answer = await quietly(() => auth.api.enableTwoFactor({ body: { password }, headers }))
      return answer?.method === 'totp' ? { uri: answer.totpURI, backupCodes: answer.backupCodes } : null
    },
    confirmTwoFactor: async (code, headers) => cookiesOf(await verifyCode(code, headers)),
    disableTwoFactor: async (password, headers) =>
      cookiesOf(await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true })),
    async renewBackupCodes(password, headers) {
      const answer = await quietly(() => auth.api.generateBackupCodes({ body: { password }, headers }))
      return answer?.backupCodes ?? null
    },
    async backupCodesLeft(person) {
      const { rows } = await pool.query<{ kept: string }>(
        'select "backupCodes" as kept from "twoFactor" where "userId" = $1',
        [person],
      )
      return rows[0] ? await codes.count(rows[0].kept) : 0
    },
    changePassword: async ({ current, next }, headers) =>
      cookiesOf(
        await auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers,
          asResponse: true,
        }),
      ),
  }

  /** Six digits are a code of the authenticator; anything longer is one of the backup codes. */
  async function verifyCode(code: string, headers: Headers): Promise<Response> {
    if (/^\d{6}$/.test(code)) return await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
    return await auth.api.verifyBackupCode({ body: { code: codes.hash(code) }, headers, asResponse: true })
  }
}

async function signedIn(answer: Response): Promise<SignedIn | null> {
  if (!answer.ok) return null
  const body = (await answer.json()) as { twoFactorRedirect?: boolean; token?: string }
  return {
    cookies: answer.headers.getSetCookie(),
    twoFactor: body.twoFactorRedirect === true,
    token: body.token ?? null,
  }
}

function cookiesOf(answer: Response): { cookies: string[] } | null {
  return answer.ok ? { cookies: answer.headers.getSetCookie() } : null
}

async function quietly<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (cause) {
    // the library throws an API error with a status where it refuses; anything else is ours to see
    if (cause instanceof Error && 'statusCode' in cause) return null
    throw cause
  }
}
