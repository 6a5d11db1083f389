import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconMessage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { useAsOf } from '../../ui/as-of.ts'
import { useMay } from '../../ui/session.ts'
import styles from './comments.module.css'
import { countOpen } from './count-open.ts'

/** A record's name in a list, with how many threads about it are open: `<Named as={`risk:${id}`}>{title}</Named>`. */
export function Named({ as: reference, children }: { as: string; children: ReactNode }) {
  const asOf = useAsOf()
  const may = useMay('comments:read')
  const { data: open = 0 } = useQuery({
    queryKey: ['/comments/counts', reference, asOf ?? 'now'],
    queryFn: () => countOpen(reference, asOf),
    enabled: may,
  })
  return (
    <>
      {children}
      {open > 0 && (
        <span className={styles.count}>
          <IconMessage size={14} aria-hidden />
          {open}
          <VisuallyHidden>{t('{open, plural, one {open thread} other {open threads}}', { open })}</VisuallyHidden>
        </span>
      )}
    </>
  )
}
