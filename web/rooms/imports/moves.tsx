import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { Import } from './words.ts'

const permission = 'imports:run'

/** Commit, undo, discard: whichever the import can come to next. */
export function ImportMoves({ it }: { it: Import }) {
  if (it.state === 'checked' || (it.state === 'committed' && it.good > 0)) return <Checked it={it} />
  if (it.state === 'uploaded') return <Discard it={it} />
  return it.state === 'committed' ? <Undo it={it} /> : null
}

function Checked({ it }: { it: Import }) {
  const commit = useWrite<'good' | 'all'>({ write: (rows) => api.post(`/imports/${it.id}/commit`, { rows }) })
  const none = it.good === 0 ? t('No row can be committed. Correct the file and send it again.') : undefined
  return (
    <>
      {it.bad === 0 ? (
        <VerbButton
          look="primary"
          permission={permission}
          cannot={none}
          pending={commit.isPending}
          onClick={() => commit.mutate('all')}
        >
          {t('Commit all {rows, plural, one {# row} other {# rows}}', { rows: it.good })}
        </VerbButton>
      ) : (
        <>
          <VerbButton
            look="primary"
            permission={permission}
            cannot={none}
            pending={commit.isPending}
            onClick={() => commit.mutate('good')}
          >
            {t('Commit {rows, plural, one {# good row} other {# good rows}}', { rows: it.good })}
          </VerbButton>
          <VerbButton
            permission={permission}
            cannot={t(
              '{bad, plural, one {# row is} other {# rows are}} to correct. Correct the file and send it again, or commit the good rows alone.',
              { bad: it.bad },
            )}
            onClick={() => undefined}
          >
            {t('Commit all {rows, plural, one {# row} other {# rows}}', { rows: it.rows })}
          </VerbButton>
        </>
      )}
      {it.state === 'checked' ? <Discard it={it} /> : <Undo it={it} />}
      <ProblemAlert error={commit.error} />
    </>
  )
}

function Undo({ it }: { it: Import }) {
  const undo = useWrite({ write: () => api.post(`/imports/${it.id}/undo`) })
  return (
    <>
      <VerbButton
        look="danger"
        permission={permission}
        pending={undo.isPending}
        onClick={() => undo.mutate()}
        confirm={{
          title: t('Undo this import?'),
          body: t(
            '{rows, plural, one {The record that it wrote is} other {The # records that it wrote are}} taken back. What somebody has changed since stays, and is listed here. To have the rows again, send the file again.',
            { rows: it.committed },
          ),
          verb: t('Undo the import'),
          danger: true,
        }}
      >
        {t('Undo the import')}
      </VerbButton>
      <ProblemAlert error={undo.error} />
    </>
  )
}

function Discard({ it }: { it: Import }) {
  const discard = useWrite({ write: () => api.post(`/imports/${it.id}/discard`), done: () => t('File discarded') })
  return (
    <>
      <VerbButton
        permission={permission}
        pending={discard.isPending}
        onClick={() => discard.mutate()}
        confirm={{
          title: t('Discard {file}?', { file: it.fileName }),
          body: t('Its rows are not committed and go. That there was such a file stays on record.'),
          verb: t('Discard the file'),
          danger: true,
        }}
      >
        {t('Discard')}
      </VerbButton>
      <ProblemAlert error={discard.error} />
    </>
  )
}
