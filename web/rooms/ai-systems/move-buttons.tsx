import type { Move } from '@assay/server/rooms/ai-systems/model.ts'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateField, Form, ReferenceField, TextareaField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { whyNot } from './moves.ts'
import type { System, SystemRow } from './words.ts'

type Asked = 'nothing' | 'note' | 'result' | 'reason'
type Step = {
  verb: string
  title: string
  done: string
  permission: string
  asks: Asked
  help: string
  danger?: boolean
}

const steps: Record<Exclude<Move, 'take-back'>, Step> = {
  approve: {
    verb: t('Approve'),
    title: t('Approve this AI system'),
    done: t('AI system approved'),
    permission: 'ai-systems:approve',
    asks: 'note',
    help: t('Management lets it go ahead. Where it was decided elsewhere, say when and by whom.'),
  },
  'start-development': {
    verb: t('Start development'),
    title: t('Start development'),
    done: t('Development started'),
    permission: 'ai-systems:move',
    asks: 'nothing',
    help: '',
  },
  verify: {
    verb: t('Record verification'),
    title: t('Record that it was verified'),
    done: t('Verification recorded'),
    permission: 'ai-systems:move',
    asks: 'result',
    help: t('What it was held against, and with which result.'),
  },
  'put-into-use': {
    verb: t('Put into use'),
    title: t('Put this AI system into use'),
    done: t('AI system is in use'),
    permission: 'ai-systems:move',
    asks: 'nothing',
    help: '',
  },
  suspend: {
    verb: t('Suspend'),
    title: t('Suspend this AI system'),
    done: t('AI system suspended'),
    permission: 'ai-systems:move',
    asks: 'reason',
    help: t('Nobody uses it until it is resumed.'),
  },
  resume: {
    verb: t('Resume'),
    title: t('Resume this AI system'),
    done: t('AI system resumed'),
    permission: 'ai-systems:move',
    asks: 'nothing',
    help: '',
  },
  retire: {
    verb: t('Retire'),
    title: t('Retire this AI system'),
    done: t('AI system retired'),
    permission: 'ai-systems:move',
    asks: 'reason',
    help: t('Its record stays. Taking the step back brings it back.'),
    danger: true,
  },
  dismiss: {
    verb: t('Dismiss proposal'),
    title: t('Dismiss this proposal'),
    done: t('Proposal dismissed'),
    permission: 'ai-systems:review-intake',
    asks: 'reason',
    help: t('Whoever reported it reads this reason.'),
    danger: true,
  },
}

export function moveLabel(move: Move): string {
  return move === 'take-back' ? takeBackLabel : steps[move].verb
}

const takeBackLabel = t('Take the last step back')

export type MoveButtonProps = { move: Move; system: System; look?: 'primary' | 'quiet' | 'default' }

/** One step as a button: disabled with its reason where the rule forbids it, else a dialog that asks what it needs. */
export function MoveButton({ move, system, look = 'default' }: MoveButtonProps) {
  if (move === 'take-back') return <TakeBack system={system} />
  const { verb, title, permission, danger } = steps[move]
  return (
    <DialogButton
      title={title}
      permission={permission}
      cannot={whyNot(move, system)}
      look={danger && look === 'default' ? 'danger' : look}
      content={(close) => <StepForm move={move} system={system} close={close} />}
    >
      {verb}
    </DialogButton>
  )
}

function TakeBack({ system }: { system: System }) {
  const back = useWrite({
    write: () => api.post(`/ai-systems/${system.id}/take-back`, {}),
    done: () => t('Last step taken back'),
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="ai-systems:move"
        cannot={whyNot('take-back', system)}
        pending={back.isPending}
        confirm={{
          title: t('Take the last step of {name} back?', { name: system.name }),
          body: t('It goes back to the state before, and what that step recorded is cleared. History keeps it.'),
          verb: t('Take back'),
        }}
        onClick={() => back.mutate()}
      >
        {takeBackLabel}
      </VerbButton>
      <ProblemAlert error={back.error} />
    </>
  )
}

type StepValues = { words: string; happenedOn: string; duplicateOf: string }
type StepFormProps = { move: Exclude<Move, 'take-back'>; system: System; close: () => void }

function StepForm({ move, system, close }: StepFormProps) {
  const { asks, help, title, done, permission } = steps[move]
  const form = useForm<StepValues>({
    id: `ai-system:${system.id}:${move}`,
    initial: { words: '', happenedOn: '', duplicateOf: '' },
    check: ({ words }): { words?: string } =>
      (asks === 'reason' || asks === 'result') && words.trim() === '' ? { words: t('Say this in a few words.') } : {},
    save: (values) => api.post(`/ai-systems/${system.id}/${move}`, bodyOf(move, asks, values)),
    done: () => done,
    onSaved: close,
  })
  return (
    <Form form={form} submit={title} permission={permission}>
      {asks !== 'nothing' && (
        <TextareaField form={form} name="words" label={wordsLabel(asks)} help={help} required={asks !== 'note'} />
      )}
      {move === 'dismiss' ? (
        <ReferenceField<StepValues, SystemRow>
          form={form}
          name="duplicateOf"
          label={t('Repeats')}
          help={t('The system that is meant, where it is registered already.')}
          path="/ai-systems"
          option={({ id, name }) => ({ value: id, label: name })}
        />
      ) : (
        <DateField form={form} name="happenedOn" label={t('Happened on')} help={t('Empty is today.')} />
      )}
    </Form>
  )
}

function wordsLabel(asks: Asked): string {
  if (asks === 'note') return t('Note')
  return asks === 'result' ? t('Result') : t('Reason')
}

function bodyOf(move: Move, asks: Asked, { words, happenedOn, duplicateOf }: StepValues): object {
  if (move === 'dismiss') return { reason: words, duplicateOf: duplicateOf || null }
  return { ...(asks !== 'nothing' && { [asks]: words }), ...(happenedOn && { happenedOn }) }
}
