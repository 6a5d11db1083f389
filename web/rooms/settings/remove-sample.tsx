import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './settings.module.css'

/** Takes the sample organisation out of this Assay. The one removal there is: nothing of a sample was ever true. */
export function RemoveSample() {
  const { organization } = useSession()
  const remove = useWrite({
    write: () => api.post('/organization/remove-sample'),
    touches: [],
    // the account that looks at this page goes as well; the door says what can be done without it
    onDone: () => location.assign('/sign-in'),
  })
  return (
    <Section title={t('Remove the sample organisation')}>
      <p>{t('Remove it when you have looked round; nothing of it mixes with an organisation of your own.')}</p>
      <Consequences />
      <ProblemAlert error={remove.error} />
      <VerbButton
        look="danger"
        permission="organization:remove-sample"
        pending={remove.isPending}
        onClick={() => remove.mutate()}
        confirm={{
          title: t('Remove {name}?', { name: organization.name }),
          body: <Consequences />,
          verb: t('Remove sample organisation'),
          danger: true,
        }}
      >
        {t('Remove sample organisation')}
      </VerbButton>
    </Section>
  )
}

function Consequences() {
  return (
    <ul className={styles.consequences}>
      <li>
        {t(
          'What goes, for good: every record of the sample with its history, its log and checkpoints, and the account of the sample. You are signed out.',
        )}
      </li>
      <li>
        {t(
          'What stays: every other organisation with its records, accounts of real people, and backups that were made before, which still hold the sample.',
        )}
      </li>
      <li>{t('A new sample is written when Assay is next started with “--demo”.')}</li>
    </ul>
  )
}
