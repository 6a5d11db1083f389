import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Comparison } from './comparison.tsx'
import styles from './documents.module.css'
import { ContentOf } from './version-content.tsx'
import { VersionMoves } from './version-moves.tsx'
import { approvalLine, namesOf, versionPath, versionStates, type DocumentRecord, type Version } from './words.ts'

export default function VersionPage() {
  const id = useParameter('id')
  const number = Number(useParameter('number'))
  const { data: document, error: documentError } = useRecord<DocumentRecord>(`/documents/${id}`)
  const { data: version, error } = useRecord<Version>(versionPath(id, number))
  const failed = error ?? documentError
  if (failed) throw failed
  if (!document || !version) return null
  const earlier = document.versions.filter((one) => one.number < number && one.state !== 'discarded')
  return (
    <Page
      title={t('{title}, version {number}', { title: document.title, number })}
      crumbs={[
        { label: t('Documents'), to: '/documents' },
        { label: document.title, to: `/documents/${id}` },
      ]}
      state={<StateBadge {...versionStates[version.state]} />}
      actions={<VersionMoves document={document} version={version} />}
      width="text"
    >
      <Notice version={version} />
      <div className={styles.facts}>
        <Facts>
          <Fact label={t('Written by')}>{namesOf(version.authors)}</Fact>
          {version.requestedApprover && <Fact label={t('Approval asked of')}>{version.requestedApprover.name}</Fact>}
          {version.approval && <Fact label={t('Approved by')}>{approvalLine(version.approval)}</Fact>}
          {version.effectiveOn && (
            <Fact label={version.state === 'approved' ? t('Takes effect on') : t('Effective from')}>
              {showDate(version.effectiveOn)}
            </Fact>
          )}
          {version.obsoleteOn && <Fact label={t('Obsolete since')}>{showDate(version.obsoleteOn)}</Fact>}
        </Facts>
      </div>
      {version.summary && (
        <Section title={t('What is new')}>
          <p>{version.summary}</p>
        </Section>
      )}
      {version.body !== null && earlier.length > 0 ? (
        <Tabs
          label={t('This version')}
          tabs={[
            { key: 'text', label: t('Text'), content: <ContentOf id={id} version={version} /> },
            {
              key: 'changes',
              label: t('Compared with an earlier one'),
              content: <Comparison id={id} body={version.body} earlier={earlier.map((one) => one.number)} />,
            },
          ]}
        />
      ) : (
        <Section title={t('Text')}>
          <ContentOf id={id} version={version} />
        </Section>
      )}
    </Page>
  )
}

function Notice({ version: { state, returnedNote, missing, mayApprove, approval } }: { version: Version }) {
  if (state === 'draft' && returnedNote) {
    return <p className={styles.note}>{t('It came back: {note}', { note: returnedNote })}</p>
  }
  if (state === 'draft' && missing.length > 0) {
    return (
      <div className={styles.note}>
        <p>{t('Still to be filled in before it can be approved:')}</p>
        <ul>
          {missing.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </div>
    )
  }
  if ((state === 'draft' || state === 'in-review') && mayApprove.length === 0) {
    return (
      <p className={styles.note}>
        {t('Nobody here may approve it but those who wrote it. Invite an approver under Settings, People.')}
      </p>
    )
  }
  if (approval?.outside) {
    return <p className={styles.note}>{t('Approved outside Assay: the approval is claimed and was not given here.')}</p>
  }
  return null
}
