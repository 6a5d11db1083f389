import type { ReactNode } from 'react'
import { VerbButton } from '../../ui/verb-button.tsx'

type DownloadButtonProps = { name: string; content: string; children: ReactNode }

/** Saves a text that is on the page as a file, byte for byte. */
export function DownloadButton({ name, content, children }: DownloadButtonProps) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <VerbButton writes={false} onClick={save}>
      {children}
    </VerbButton>
  )
}
