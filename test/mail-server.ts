import { createServer, type Socket } from 'node:net'

export type Letter = { to: string; text: string }

/** A mail server of our own for tests: takes letters in and keeps them; refuses the addresses that it is told to. */
export async function openMailServer(refused: readonly string[] = []) {
  const letters: Letter[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    talk(socket, { letters, refused })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function talk(socket: Socket, { letters, refused }: { letters: Letter[]; refused: readonly string[] }): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let to = ''
  let text: string | null = null
  let rest = ''
  say('220 here')
  socket.on('data', (bytes) => {
    rest += bytes.toString()
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (text !== null) {
        if (line !== '.') text += `${line}\n`
        else {
          letters.push({ to, text })
          text = null
          say('250 kept')
        }
      } else if (/^RCPT TO/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        say(refused.includes(to) ? '550 nobody here' : '250 ok')
      } else if (/^DATA/i.test(line)) {
        text = ''
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}
