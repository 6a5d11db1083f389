import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { ApproveForm } from './approve-form.tsx'
import { SubmitForm } from './submit-form.tsx'
import { namesOf, versionPath, type DocumentRecord, type Version } from './words.ts'

type MovesProps = { document: DocumentRecord; version: Version }

/** What can be done with a version in its state. */
export function VersionMoves({ document, version }: MovesProps) {
  if (document.state === 'withdrawn' && version.state !== 'discarded') return null
  switch (version.state) {
    case 'draft':
      return <DraftMoves document={document} version={version} />
    case 'in-review':
      return <DecisionMoves document={document} version={version} />
    case 'approved':
      return <ApprovedMoves document={document} version={version} />
    case 'discarded':
      return <DiscardedMoves document={document} version={version} />
    case 'effective':
    case 'obsolete':
      return null
  }
}

function DraftMoves({ document: { id }, version }: MovesProps) {
  const { number, missing, body, file } = version
  const path = versionPath(id, number)
  const discard = useWrite({
    write: () => api.post(`${path}/discard`),
    done: () => ({ message: t('Draft discarded'), undo: () => api.post(`${path}/recover`) }),
  })
  const cannot =
    missing.length > 0
      ? t('Some places are still to be filled in.')
      : file === null && (body ?? '').trim() === ''
        ? t('There is nothing to approve yet. Write the text or attach a file first.')
        : undefined
  return (
    <>
      <LinkButton to={`${path}/write`} permission="documents:write">
        {t('Write')}
      </LinkButton>
      <DialogButton
        look="primary"
        permission="documents:write"
        cannot={cannot}
        title={t('Submit version {number} for approval', { number })}
        content={(close) => <SubmitForm path={path} mayApprove={version.mayApprove} close={close} />}
      >
        {t('Submit for approval')}
      </DialogButton>
      <VerbButton
        look="quiet"
        permission="documents:write"
        pending={discard.isPending}
        onClick={() => discard.mutate(undefined)}
      >
        {t('Discard draft')}
      </VerbButton>
      <ProblemAlert error={discard.error} />
    </>
  )
}

function DecisionMoves({ document: { id }, version }: MovesProps) {
  const { number, authors, mayApprove } = version
  const { person } = useSession()
  const path = versionPath(id, number)
  const takeBack = useWrite({
    write: () => api.post(`${path}/take-back`),
    done: () => ({ message: t('Taken back'), undo: () => api.post(`${path}/submit`, {}) }),
  })
  const wrote = authors.some((author) => author.id === person.id)
  const cannot = !wrote
    ? undefined
    : mayApprove.length > 0
      ? t('You wrote on this version. {names} may approve it.', { names: namesOf(mayApprove) })
      : t('You wrote on this version. Invite an approver under Settings, People.')
  return (
    <>
      <DialogButton
        look="primary"
        permission="documents:approve"
        cannot={cannot}
        title={t('Approve version {number}', { number })}
        content={(close) => <ApproveForm path={path} close={close} />}
      >
        {t('Approve')}
      </DialogButton>
      <ReasonButton
        id={`document:${id}:${number}:return`}
        permission="documents:approve"
        title={t('Return version {number} to its authors', { number })}
        help={t('What is missing. It becomes a draft again.')}
        verb={t('Return it')}
        write={(note) => api.post(`${path}/return`, { note })}
        done={() => t('Version returned')}
      >
        {t('Return')}
      </ReasonButton>
      <VerbButton
        look="quiet"
        permission="documents:write"
        pending={takeBack.isPending}
        onClick={() => takeBack.mutate(undefined)}
      >
        {t('Take back')}
      </VerbButton>
      <ProblemAlert error={takeBack.error} />
    </>
  )
}

function ApprovedMoves({ document: { id, effective }, version: { number } }: MovesProps) {
  const path = versionPath(id, number)
  const make = useWrite({
    write: () => api.post(`${path}/make-effective`, {}),
    done: () => t('Version {number} is effective', { number }),
  })
  return (
    <>
      <VerbButton
        look="primary"
        permission="documents:approve"
        pending={make.isPending}
        onClick={() => make.mutate(undefined)}
        confirm={{
          title: t('Make version {number} effective today?', { number }),
          body: effective
            ? t('Version {number} becomes obsolete. This cannot be taken back; a next version can replace it.', {
                number: effective.number,
              })
            : t('It holds from today. This cannot be taken back; a next version can replace it.'),
          verb: t('Make effective'),
        }}
      >
        {t('Make effective')}
      </VerbButton>
      <ReasonButton
        id={`document:${id}:${number}:unapprove`}
        permission="documents:approve"
        title={t('Take back the approval of version {number}', { number })}
        help={t('Why. It becomes a draft again.')}
        verb={t('Take approval back')}
        write={(note) => api.post(`${path}/return`, { note })}
        done={() => t('Approval taken back')}
      >
        {t('Take approval back')}
      </ReasonButton>
      <ProblemAlert error={make.error} />
    </>
  )
}

function DiscardedMoves({ document: { id }, version: { number } }: MovesProps) {
  const recover = useWrite({
    write: () => api.post(`${versionPath(id, number)}/recover`),
    done: () => t('Draft recovered'),
  })
  return (
    <>
      <VerbButton permission="documents:write" pending={recover.isPending} onClick={() => recover.mutate(undefined)}>
        {t('Recover draft')}
      </VerbButton>
      <ProblemAlert error={recover.error} />
    </>
  )
}
