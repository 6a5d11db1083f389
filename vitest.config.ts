import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{server,ledger,measures,engine,frameworks,sdk,cli,web}/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // the files of a worker share what they import: loading the server anew for each took a quarter of the run
    isolate: false,
  },
})
