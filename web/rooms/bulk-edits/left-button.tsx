import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { serverSays } from '../../ui/server-words.ts'
import type { AnswerOf } from '../answer-of.ts'
import { DialogButton } from '../dialog-button.tsx'
import styles from './bulk-edits.module.css'

type Left = AnswerOf<'/api/v1/bulk-edits/{id}/left'>

/** How many rows were chosen and are not changed, and why each. */
export function LeftButton({ edit }: { edit: { id: string; left: number } }) {
  return (
    <DialogButton
      look="quiet"
      title={t('{count, plural, one {# row was not changed} other {# rows were not changed}}', { count: edit.left })}
      content={() => <LeftRows id={edit.id} />}
    >
      {edit.left}
    </DialogButton>
  )
}

function LeftRows({ id }: { id: string }) {
  const { data, error } = useRecord<Left>(`/bulk-edits/${id}/left?limit=200`)
  if (error) return <ProblemAlert error={error} />
  if (!data) return null
  const more = data.total - data.items.length
  return (
    <ul className={styles.left} tabIndex={0} aria-label={t('Row by row')}>
      {data.items.map((row) => (
        <li key={row.id}>
          <strong>{row.name || row.id}</strong>
          <span>{row.why === null ? t('It was not reached before the change ended.') : serverSays(row.says)}</span>
        </li>
      ))}
      {more > 0 && <li>{t('{count, plural, one {and # row more} other {and # rows more}}', { count: more })}</li>}
    </ul>
  )
}
