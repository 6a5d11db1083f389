import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { asOfHeader, useAsOf } from '../ui/as-of.ts'
import { saveFile } from '../ui/save-file.ts'

/** A file of the API. A link cannot carry the past that is looked at, so there it is read and then given. */
export function Download({ to, children }: { to: string; children: string }) {
  const asOf = useAsOf()
  const fetchThen = async () => {
    const answer = await fetch(to, { headers: asOfHeader(asOf) })
    saveFile('', await answer.blob())
  }
  return (
    <Button
      component="a"
      href={to}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={(event) => {
        if (asOf === undefined) return
        event.preventDefault()
        void fetchThen()
      }}
    >
      {children}
    </Button>
  )
}
