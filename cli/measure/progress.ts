import type { Progress } from '@assay/engine'
import type { Io } from '../command.ts'

/** One line on standard error that is written over, for whoever watches a terminal; nothing elsewhere. */
export function showProgress(io: Io): { tell: (progress: Progress) => void; end: () => void } {
  if (process.stderr.isTTY !== true) return { tell: () => undefined, end: () => undefined }
  let shown = false
  return {
    tell: ({ stage, percent }) => {
      shown = true
      io.err(`\r\u001b[K${String(percent).padStart(3)} %  ${stage}`)
    },
    end: () => {
      if (shown) io.err('\r\u001b[K')
    },
  }
}
