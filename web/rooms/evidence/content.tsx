import { IconDownload } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'
import { Markdown } from '../../ui/markdown.tsx'
import styles from './evidence.module.css'
import { showSize, type Evidence } from './words.ts'

/** What a piece of evidence holds, as it can be read or opened. */
export function Content({ id, content }: { id: string; content: Evidence['content'] }) {
  switch (content.kind) {
    case 'file':
      return (
        <>
          <div className={styles.actions}>
            <Button
              component="a"
              href={`/api/v1/evidence/${id}/file`}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('Open {name}', { name: content.name })}
            </Button>
          </div>
          <p className={styles.muted}>
            {showSize(content.size)} · {content.type}
          </p>
          <p className={styles.muted}>
            SHA-256 <span className={styles.hash}>{content.sha256}</span>
          </p>
        </>
      )
    case 'link':
      return (
        <>
          <a href={content.url} target="_blank" rel="noreferrer noopener" className={styles.link}>
            {content.url}
          </a>
          <p className={styles.muted}>{t('It lies outside Assay; what it shows may have changed since.')}</p>
        </>
      )
    case 'attestation':
      return (
        <>
          <Markdown>{content.statement}</Markdown>
          <p className={styles.muted}>{t('Attested by {name}', { name: content.attestedBy })}</p>
        </>
      )
    case 'measurement':
      return (
        <>
          <p className={styles.muted}>{content.measure}</p>
          <p className={styles.value}>{[content.value, content.unit].filter(Boolean).join(' ')}</p>
          <p className={styles.muted}>
            {content.sampleSize === null
              ? t('How many cases it rests on is not recorded.')
              : t('n = {n}', { n: showNumber(content.sampleSize) })}
          </p>
        </>
      )
  }
}
