import type { WatchView, Why } from '@assay/server/rooms/assurance/watch/contract.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite, type Wire } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Form, TextField, useForm } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './assurance.module.css'
import type { Plan } from './words.ts'

type Watched = Wire<WatchView>
type Look = NonNullable<Watched['look']>

const pathOf = (plan: string) => `/measurement-plans/${plan}/watched-file`

/** The file that a plan looks at by itself, when it did so last, and what came of it. */
export function WatchedFile({ plan }: { plan: Plan }) {
  const { data: watched } = useRecord<Watched>(pathOf(plan.id))
  if (!watched) return null
  const { path, look } = watched
  const holds = plan.state === 'draft' || plan.state === 'approved'
  if (path === null && !holds) return null
  return (
    <Section
      title={t('Looks at a file by itself')}
      lead={path === null ? t('No file is looked at by itself. Each run is asked for.') : leadOf(plan.state)}
      actions={
        <>
          {holds && <SetButton plan={plan.id} path={path} />}
          {path !== null && <StopButton plan={plan.id} path={path} />}
        </>
      }
    >
      {path !== null && (
        <Facts>
          <Fact label={t('File in the folder')}>
            <span className={styles.hash}>{path}</span>
          </Fact>
          {look && (
            <>
              <Fact label={t('Looked last')}>
                <DateTime value={look.lookedAt} precision="minute" />
              </Fact>
              <Fact label={t('What came of it')}>{outcomes(look)}</Fact>
              <Fact label={t('So since')}>
                <DateTime value={look.since} precision="minute" />
              </Fact>
              {look.run && (
                <Fact label={t('Run asked for last')}>
                  <Link to={`/assurance/runs/${look.run.id}`}>{look.run.fileName}</Link>
                </Fact>
              )}
            </>
          )}
        </Facts>
      )}
    </Section>
  )
}

function leadOf(state: Plan['state']): string {
  if (state === 'approved') {
    return t('Every hour. Content that nobody has measured under this plan is run as if somebody had asked for it.')
  }
  if (state === 'draft') return t('It begins when the plan is approved: what is run before confirms nothing.')
  return t('This edition does not hold any more; the approved one looks at the file, if there is one.')
}

function outcomes({ came, why }: Look): string {
  if (came === 'refused') return why === null ? '' : whys[why]
  return { moving: t('New or just written to: it is run when the next look finds it unchanged.'), ...settled }[came]
}

const settled = {
  asked: t('A run was asked for. The file is unchanged since.'),
  measured: t('This very content was run under the plan before, so it is not run again.'),
}

const whys: Record<Why, string> = {
  'no-data-folder': t('Not run: the operator names no folder any more (ASSAY_MEASURE_FOLDER).'),
  'no-such-path': t('Not run: there is no such file in the operator’s folder.'),
  'not-readable': t('Not run: the server may not read this file. Ask who runs Assay.'),
  'reference-needed': t('Not run: the plan has no reference to compare with.'),
  'reference-content-gone': t('Not run: the content of the reference was removed. Upload the same file again.'),
  'second-file-needed': t('Not run: this plan compares two files, so it is run by hand.'),
}

function SetButton({ plan, path }: { plan: string; path: string | null }) {
  return (
    <DialogButton
      permission="assurance:run"
      title={t('Which file the plan looks at')}
      content={(close) => <SetForm plan={plan} path={path} close={close} />}
    >
      {path === null ? t('Look at a file by itself') : t('Change the file')}
    </DialogButton>
  )
}

function SetForm({ plan, path, close }: { plan: string; path: string | null; close: () => void }) {
  const form = useForm<{ path: string }>({
    id: `measurement-plan:${plan}:watched-file`,
    initial: { path: path ?? '' },
    check: (values) => (values.path.trim() === '' ? { path: t('Name the file, or close this.') } : {}),
    save: (values) => api.post(pathOf(plan), values),
    done: () => ({
      message: t('The plan looks at this file by itself'),
      undo: () => api.post(pathOf(plan), { path }),
    }),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Look at this file')} permission="assurance:run">
      <p>
        {t(
          'Every hour, while an edition of the plan is approved. A file that is still written to waits until it rests; the same content is run once. The approval stays as it is.',
        )}
      </p>
      <TextField
        form={form}
        name="path"
        label={t('Path')}
        help={t('Within the folder that the operator named (ASSAY_MEASURE_FOLDER): the file is read where it is.')}
        required
      />
    </Form>
  )
}

function StopButton({ plan, path }: { plan: string; path: string }) {
  const stop = useWrite({
    write: () => api.post(pathOf(plan), { path: null }),
    done: () => ({
      message: t('The plan looks at no file by itself any more'),
      undo: () => api.post(pathOf(plan), { path }),
    }),
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="assurance:run"
        pending={stop.isPending}
        confirm={{
          title: t('Stop looking at {path}?', { path }),
          body: t('Runs stay, and so does the plan. From then on each run is asked for.'),
          verb: t('Stop looking'),
        }}
        onClick={() => stop.mutate()}
      >
        {t('Stop looking')}
      </VerbButton>
      <ProblemAlert error={stop.error} />
    </>
  )
}
