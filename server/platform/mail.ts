import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

export type Letter = { to: string; subject: string; text: string }

/** Sends mail as plain text. Only jobs may wait for it: a slow or absent mail server must delay no request. */
export type Mail = {
  send(letter: Letter): Promise<void>
  close(): void
}

/** The mail server that the settings name; null where none is set, and nothing is mailed. */
export function openMail({ mail }: Pick<Config, 'mail'>): Mail | null {
  if (!mail) return null
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }
  const transport = createTransport({ url: mail.url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ to, subject, text }) {
      // One line each: whatever stands in a name must not open a header of its own.
      const oneLine = (line: string) => line.replace(/[\r\n]+/g, ' ')
      await transport.sendMail({ from: mail.from, to: oneLine(to), subject: oneLine(subject), text })
    },
    close: () => transport.close(),
  }
}
