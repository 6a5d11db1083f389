import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { AcceptForm, MergeForm } from './judge-forms.tsx'
import type { Candidate } from './words.ts'

const permission = 'discovery:judge'

/** What a person can make of a candidate: a new system, part of one, or none; or take the judgement back. */
export function Judgements({ it }: { it: Candidate }) {
  const path = `/discovery/candidates/${it.id}`
  if (it.state !== 'staged') return <TakeBack it={it} path={path} />
  return (
    <>
      <DialogButton
        look="primary"
        permission={permission}
        title={t('Register an AI system for {name}', { name: it.name })}
        content={(close) => <AcceptForm it={it} path={path} close={close} />}
      >
        {t('Register as an AI system')}
      </DialogButton>
      <DialogButton
        permission={permission}
        title={t('Merge {name} into a registered system', { name: it.name })}
        content={(close) => <MergeForm it={it} path={path} close={close} />}
      >
        {t('Merge into a system')}
      </DialogButton>
      <ReasonButton
        id={`scan-candidate:${it.id}:dismiss`}
        permission={permission}
        title={t('Dismiss {name}', { name: it.name })}
        help={t('Why this is no AI system of yours. It comes back when its code shows a new kind of AI use.')}
        verb={t('Dismiss it')}
        write={(reason) => api.post(`${path}/dismiss`, { reason })}
        done={() => ({ message: t('Dismissed'), undo: () => api.post(`${path}/restage`) })}
      >
        {t('Dismiss it')}
      </ReasonButton>
    </>
  )
}

function TakeBack({ it, path }: { it: Candidate; path: string }) {
  const restage = useWrite({ write: () => api.post(`${path}/restage`), done: () => t('Judgement taken back') })
  return (
    <>
      <VerbButton
        permission={permission}
        pending={restage.isPending}
        onClick={() => restage.mutate()}
        confirm={{
          title: t('Take the judgement back?'),
          body:
            it.state === 'accepted'
              ? t('It waits to be judged again. The AI system that was registered for it stays in the register.')
              : t('It waits to be judged again.'),
          verb: t('Take it back'),
        }}
      >
        {t('Take the judgement back')}
      </VerbButton>
      <ProblemAlert error={restage.error} />
    </>
  )
}
