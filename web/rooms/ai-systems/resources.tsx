import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Section } from '../../ui/page.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './ai-systems.module.css'
import { ResourceForm } from './resource-form.tsx'
import { listed, placeName, resourceKinds, type System } from './words.ts'

type Resource = System['resources'][number]

/** Tools, computing and people that the system needs; its data are among what it depends on. */
export function Resources({ system }: { system: System }) {
  return (
    <Section
      title={t('Resources')}
      lead={t('What it needs besides data and models: tools, computing and people (A.4.4 to A.4.6).')}
      actions={
        <DialogButton
          title={t('Record resource')}
          permission="ai-systems:edit"
          content={(close) => <ResourceForm system={system} close={close} />}
        >
          {t('Record resource')}
        </DialogButton>
      }
    >
      {system.resources.length === 0 ? (
        <p className={styles.quiet}>{t('Nothing is recorded. Say at least where it runs and with which tools.')}</p>
      ) : (
        <ul className={styles.rows}>
          {system.resources.map((resource) => (
            <li key={resource.id}>
              <ResourceRow system={system} resource={resource} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function ResourceRow({ system, resource }: { system: System; resource: Resource }) {
  const { name, kind, detail, supplier, versionLabel, countries, capacity, owner, confirmedOn } = resource
  const remove = useWrite({
    write: () => api.delete(`/ai-systems/${system.id}/resources/${resource.id}`, { version: resource.version }),
    done: () => t('Resource removed'),
  })
  const facts = [supplier, versionLabel, listed(countries.map(placeName)), capacity, owner?.name].filter(Boolean)
  return (
    <>
      <div>
        <p className={styles.kind}>{resourceKinds[kind]}</p>
        <strong>{name}</strong>
        {facts.length > 0 && <p className={styles.quiet}>{facts.join(' · ')}</p>}
        {detail && <p>{detail}</p>}
        {confirmedOn && (
          <p className={styles.quiet}>
            {t('Confirmed on')} <DateTime value={confirmedOn} />
          </p>
        )}
        <ProblemAlert error={remove.error} />
      </div>
      <div className={styles.moves}>
        <DialogButton
          title={t('Edit {name}', { name })}
          permission="ai-systems:edit"
          look="quiet"
          content={(close) => <ResourceForm system={system} resource={resource} close={close} />}
        >
          {t('Edit')}
        </DialogButton>
        <VerbButton
          look="quiet"
          permission="ai-systems:edit"
          pending={remove.isPending}
          confirm={{
            title: t('Remove {name}?', { name }),
            body: t('It is taken off this system. History keeps it.'),
            verb: t('Remove'),
            danger: true,
          }}
          onClick={() => remove.mutate()}
        >
          {t('Remove')}
        </VerbButton>
      </div>
    </>
  )
}
