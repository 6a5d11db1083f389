import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { Activity } from '../../ui/activity.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import styles from './imports.module.css'
import { MappingForm } from './mapping-form.tsx'
import { ImportMoves } from './moves.tsx'
import { Rows } from './rows.tsx'
import { states, type Import, type Register } from './words.ts'

/** One file on its way into a register: columns, check, commit, undo. */
export default function ImportPage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Import>(`/imports/${id}`)
  const registers = useRecord<{ items: Register[] }>('/import-registers').data?.items
  const register = registers?.find(({ name }) => name === it?.register)
  if (error) throw error
  if (!it || !register) return null
  const isOpen = it.state === 'uploaded' || it.state === 'checked'
  return (
    <Page
      title={it.fileName}
      kind={t('Import into {register}', { register: t(register.label) })}
      crumbs={[{ label: t('Imports'), to: '/imports' }]}
      state={<StateBadge {...states[it.state]} />}
      lead={lead(it)}
      actions={<ImportMoves it={it} />}
    >
      {it.job !== null && (
        <div className={styles.job}>
          <JobCard id={it.job} />
        </div>
      )}
      {it.state !== 'uploaded' && <Counts it={it} />}
      {it.state === 'uploaded' && <Columns it={it} register={register} />}
      {it.state !== 'discarded' && it.state !== 'uploaded' && <Rows it={it} register={register} />}
      {isOpen && it.state === 'checked' && <Columns it={it} register={register} />}
      <Section title={t('Activity')}>
        <Activity path={activityPath('import', id)} />
      </Section>
    </Page>
  )
}

function Columns({ it, register }: { it: Import; register: Register }) {
  return (
    <Section
      title={t('Columns')}
      lead={t('Which column of the file is what. Your choice is remembered for the next file with the same headings.')}
    >
      <MappingForm key={it.version} it={it} register={register} />
    </Section>
  )
}

function Counts({ it }: { it: Import }) {
  return (
    <Section title={t('Result')}>
      <Facts>
        <Fact label={t('Rows')}>{it.rows}</Fact>
        {it.good > 0 && <Fact label={t('Good')}>{it.good}</Fact>}
        {it.bad > 0 && <Fact label={t('To correct')}>{it.bad}</Fact>}
        {it.committed > 0 && <Fact label={t('Committed')}>{it.committed}</Fact>}
        {it.left > 0 && <Fact label={t('Left as they are')}>{it.left}</Fact>}
        {it.undone > 0 && <Fact label={t('Undone')}>{it.undone}</Fact>}
        {it.kept > 0 && <Fact label={t('Kept, changed by somebody since')}>{it.kept}</Fact>}
        <Fact label={t('Taken in')}>
          <DateTime value={it.createdAt} precision="minute" />
        </Fact>
      </Facts>
    </Section>
  )
}

function lead({ state, rows, good, bad, kept }: Import): string {
  if (state === 'uploaded')
    return t('{rows, plural, one {# row waits.} other {# rows wait.}} Say what each column is, then check the rows.', {
      rows,
    })
  if (state === 'checked' && bad > 0)
    return t('Nothing is written yet. {good} of {rows, plural, one {# row} other {# rows}} can be committed.', {
      good,
      rows,
    })
  if (state === 'checked') return t('Nothing is written yet. Every row can be committed.')
  if (state === 'discarded') return t('The rows were not committed and are gone. Send the file again to start anew.')
  if (state === 'undone' && kept > 0)
    return t('What this import wrote was taken back, except records that somebody has changed since.')
  if (state === 'undone') return t('Everything that this import wrote was taken back.')
  return ''
}
