import type { ReactNode } from 'react'
import { saveFile } from '../../ui/save-file.ts'
import { VerbButton } from '../../ui/verb-button.tsx'

type DownloadButtonProps = { name: string; content: string; children: ReactNode }

/** Saves a text that is on the page as a file, byte for byte. */
export function DownloadButton({ name, content, children }: DownloadButtonProps) {
  return (
    <VerbButton writes={false} onClick={() => saveFile(name, new Blob([content], { type: 'text/plain' }))}>
      {children}
    </VerbButton>
  )
}
