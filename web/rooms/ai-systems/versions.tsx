import type { VersionView } from '@assay/server/rooms/ai-systems/contract.ts'
import { t } from '../../messages/index.ts'
import { api, useList, useWrite, type Wire } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import styles from './ai-systems.module.css'
import { VersionForm } from './version-form.tsx'
import { type Component, versionStates } from './words.ts'

type Version = Wire<VersionView>
const shown = 50

/** The versions of a component, newest first; one of them is current. */
export function Versions({ component }: { component: Component }) {
  const { data, error } = useList<Version>(`/components/${component.id}/versions`, { limit: shown })
  return (
    <Section
      title={t('Versions')}
      actions={
        <DialogButton
          title={t('Record version')}
          permission="components:edit"
          cannot={component.state === 'retired' ? t('It is retired. Reinstate it first.') : undefined}
          content={(close) => <VersionForm component={component} close={close} />}
        >
          {t('Record version')}
        </DialogButton>
      }
    >
      <ProblemAlert error={error} />
      {data?.total === 0 && <p className={styles.quiet}>{t('No version is recorded. Say which one is in use.')}</p>}
      <ul className={styles.rows}>
        {data?.items.map((version) => (
          <li key={version.id}>
            <VersionRow component={component} version={version} />
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length && (
        <p>
          {t('The newest {shown, number} of {total, number} versions are shown.', {
            shown: data.items.length,
            total: data.total,
          })}
        </p>
      )}
    </Section>
  )
}

function VersionRow({ component, version }: { component: Component; version: Version }) {
  const { id, label, state, releasedOn, notes, location, sha256, content, withdrawalReason } = version
  const path = `/components/${component.id}/versions/${id}`
  const makeCurrent = useWrite({
    write: () => api.post(`${path}/make-current`),
    done: () => t('Version {label} is current', { label }),
  })
  return (
    <>
      <div>
        <p>
          <strong>{label}</strong> <StateBadge {...versionStates[state]} />
        </p>
        {releasedOn && (
          <p className={styles.quiet}>
            {t('Released on')} <DateTime value={releasedOn} />
          </p>
        )}
        {withdrawalReason && <p>{t('Reason: {reason}', { reason: withdrawalReason })}</p>}
        {notes && <p>{notes}</p>}
        {location && <p className={styles.quiet}>{location}</p>}
        {sha256 && <p className={styles.quiet}>SHA-256 {sha256}</p>}
        {content && (
          <details>
            <summary>{t('Show the text')}</summary>
            <pre className={styles.content}>{content}</pre>
          </details>
        )}
        <ProblemAlert error={makeCurrent.error} />
      </div>
      <div className={styles.moves}>
        <VerbButton
          look="quiet"
          permission="components:edit"
          cannot={state === 'current' ? t('It is the current version.') : undefined}
          pending={makeCurrent.isPending}
          confirm={{
            title: t('Make version {label} current?', { label }),
            body: t('The current one is superseded. Making that one current again takes this back.'),
            verb: t('Make current'),
          }}
          onClick={() => makeCurrent.mutate()}
        >
          {t('Make current')}
        </VerbButton>
        <ReasonButton
          id={`version:${id}:withdraw`}
          title={t('Withdraw version {label}', { label })}
          verb={t('Withdraw')}
          help={t('It must not be used any more. Making it current again takes this back.')}
          permission="components:edit"
          look="quiet"
          cannot={state === 'withdrawn' ? t('It is withdrawn already.') : undefined}
          write={(reason) => api.post(`${path}/withdraw`, { reason })}
          done={() => t('Version {label} withdrawn', { label })}
        >
          {t('Withdraw')}
        </ReasonButton>
      </div>
    </>
  )
}
