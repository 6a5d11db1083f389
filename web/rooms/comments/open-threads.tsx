import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconMessage } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { useAsOf } from '../../ui/as-of.ts'
import { useMay } from '../../ui/session.ts'
import styles from './comments.module.css'
import { countOpen } from './count-open.ts'

/** How many threads about a record are open, beside its name in a list: `` <OpenThreads about={`risk:${id}`} /> ``. */
export function OpenThreads({ about }: { about: string }) {
  const asOf = useAsOf()
  const may = useMay('comments:read')
  const { data: open = 0 } = useQuery({
    queryKey: ['/comments/counts', about, asOf ?? 'now'],
    queryFn: () => countOpen(about, asOf),
    enabled: may,
  })
  if (open === 0) return null
  return (
    <span className={styles.count}>
      <IconMessage size={14} aria-hidden />
      {open}
      <VisuallyHidden>{t('{open, plural, one {open thread} other {open threads}}', { open })}</VisuallyHidden>
    </span>
  )
}
