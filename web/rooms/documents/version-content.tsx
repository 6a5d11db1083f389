import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Markdown } from '../../ui/markdown.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Download } from '../download.tsx'
import { showSize } from '../evidence/words.ts'
import styles from './documents.module.css'
import { versionPath, type Version } from './words.ts'

/** The text of a version with its prints, or its file. */
export function VersionContent({ id, number }: { id: string; number: number }) {
  const { data: version, error } = useRecord<Version>(versionPath(id, number))
  if (error) return <ProblemAlert error={error} />
  return version ? <ContentOf id={id} version={version} /> : null
}

export function ContentOf({ id, version }: { id: string; version: Version }) {
  const { number, file, body } = version
  const path = `/api/v1${versionPath(id, number)}`
  if (file) {
    return (
      <>
        <div className={styles.actions}>
          <Download to={`${path}/file`}>{t('Open {name}', { name: file.name })}</Download>
        </div>
        <p className={styles.muted}>
          {showSize(file.size)} · {file.type}
        </p>
        <p className={styles.muted}>
          SHA-256 <span className={styles.hash}>{file.sha256}</span>
        </p>
      </>
    )
  }
  return (
    <>
      <div className={styles.paper}>
        {body?.trim() ? <Markdown>{body}</Markdown> : <p className={styles.muted}>{t('Nothing is written yet.')}</p>}
      </div>
      <div className={styles.prints}>
        <Download to={`${path}/pdf`}>{t('Print as PDF')}</Download>
        <Download to={`${path}/docx`}>{t('Print as DOCX')}</Download>
      </div>
    </>
  )
}
