import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useAddress } from '../../ui/navigation.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'

type Begun = { id: string; job: string }
type Undone = { undone: number; kept: { id: string; name: string }[] }

/** Takes a change of many rows back; whoever may make it may take it back. */
export function Undo({ edit }: { edit: { id: string; list: string; rows: number } }) {
  const [, change] = useAddress()
  const undo = useWrite<void, Undone | Begun>({
    write: () => api.post(`${edit.list}/bulk-edits/${edit.id}/undo`),
    onDone: (answer) => {
      if ('job' in answer) change({ job: answer.job })
    },
    done: (answer) => {
      if ('job' in answer) return t('Very many rows: they are set back in slices')
      const { undone, kept } = answer
      return kept.length === 0
        ? t('{count, plural, one {# row set back} other {# rows set back}}', { count: undone })
        : t('{undone, number} set back; changed since and left: {names}', {
            undone,
            names: kept.map(({ name, id }) => name || id).join(', '),
          })
    },
  })
  return (
    <>
      <VerbButton
        pending={undo.isPending}
        confirm={{
          title: t('Undo this change of {count, plural, one {# row} other {# rows}}?', { count: edit.rows }),
          body: t('The former values come back, as one entry of the log. Rows that were changed since stay.'),
          verb: t('Undo'),
        }}
        onClick={() => undo.mutate()}
      >
        {t('Undo')}
      </VerbButton>
      <ProblemAlert error={undo.error} />
    </>
  )
}
