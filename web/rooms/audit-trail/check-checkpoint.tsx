import { Textarea } from '@mantine/core'
import type { CheckAnswer } from '@assay/server/rooms/audit-trail/contract.ts'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './audit-trail.module.css'
import { DownloadButton } from './download-button.tsx'
import { outcomes } from './words.ts'

/** Sets a checkpoint that somebody kept against the log of today. */
export function CheckCheckpoint() {
  const [text, setText] = useState('')
  const check = useWrite<string, CheckAnswer>({
    write: (checkpoint) => api.post('/log/check', { checkpoint }),
    touches: [],
  })
  const empty = text.trim() === '' ? t('Paste a checkpoint or choose its file first.') : undefined
  return (
    <form
      className={styles.check}
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty) check.mutate(text)
      }}
    >
      <p>
        {t(
          'Paste a checkpoint that you kept: from a report, a printout, or a file of earlier. Assay then says whether the log of today still holds exactly what was signed.',
        )}
      </p>
      <Textarea
        label={t('Checkpoint')}
        classNames={{ input: styles.note ?? '' }}
        rows={7}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <label className={styles.file}>
        {t('Or choose its file')}
        <input
          type="file"
          accept=".txt,text/plain"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            void file?.text().then(setText)
          }}
        />
      </label>
      <VerbButton
        type="submit"
        look="primary"
        writes={false}
        cannot={empty}
        pending={check.isPending}
        onClick={() => undefined}
      >
        {t('Check it')}
      </VerbButton>
      <div role="status">
        <ProblemAlert error={check.error} />
        {check.data && <Answer answer={check.data} />}
      </div>
    </form>
  )
}

function Answer({ answer }: { answer: CheckAnswer }) {
  return (
    <div className={styles.answer}>
      <StateBadge {...outcomes[answer.outcome]} />
      <p>{answer.words}</p>
      {answer.proof.length > 0 && (
        <DownloadButton name="consistency-proof.txt" content={`${answer.proof.join('\n')}\n`}>
          {t('Download the consistency proof')}
        </DownloadButton>
      )}
    </div>
  )
}
