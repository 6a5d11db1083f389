import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{server,ledger,measures,engine,frameworks,sdk,cli,web}/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
