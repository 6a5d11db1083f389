import { afterAll, expect, test, vi } from 'vitest'
import { scratch } from '../testing.ts'

const at = scratch()
afterAll(at.remove)

test('an instant is told in UTC, whatever the clock of the machine is set to', async () => {
  vi.stubEnv('TZ', 'Asia/Tokyo')
  // The zone of the process is read when the library is first used.
  const { Session } = await import('./session.ts')
  const session = await Session.open({ workDirectory: at.folder, memoryLimit: '100MB', threads: 1 })
  const [row] = await session.rows({ sql: `SELECT CAST(to_timestamp(0) AS VARCHAR)`, values: [] })
  await session.close()
  expect(row).toEqual(['1970-01-01 00:00:00+00'])
})
