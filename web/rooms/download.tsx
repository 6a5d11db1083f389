import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { api, useWrite } from '../ui/api.ts'
import { asOfHeader, useAsOf } from '../ui/as-of.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { saveFile } from '../ui/save-file.ts'

/** A file of the API. A link cannot carry the past that is looked at, so there it is read and then given under its name. */
export function Download({ to, children }: { to: string; children: string }) {
  const asOf = useAsOf()
  const ofThePast = useWrite({
    async write() {
      const { name, content } = await api.download(to.replace(/^\/api\/v1/, ''), { headers: asOfHeader(asOf) })
      saveFile(name ?? children, content)
    },
    touches: [],
  })
  return (
    <>
      <Button
        component="a"
        href={to}
        target="_blank"
        rel="noreferrer"
        variant="default"
        loading={ofThePast.isPending}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={(event) => {
          if (asOf === undefined) return
          event.preventDefault()
          ofThePast.mutate()
        }}
      >
        {children}
      </Button>
      <ProblemAlert error={ofThePast.error} />
    </>
  )
}
