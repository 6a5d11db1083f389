import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { addressOf, kindLabel } from '../../ui/references.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './lineage.module.css'
import { LineageGraph } from './lineage-graph.tsx'
import { LinkForm } from './link-form.tsx'
import { type Kind, type Lineage, relations } from './words.ts'

/** As many records as a picture can show and still be read. */
const readable = 40

export type LineageSectionProps = {
  subject: string
  kind: 'ai-system' | Kind
  lineage: Lineage | undefined
  /** The permission that linking asks for. */
  editable: string
}

/** What it depends on and what depends on it, as a picture and as a table. */
export function LineageSection({ subject, kind, lineage, editable }: LineageSectionProps) {
  return (
    <Section
      title={t('Lineage')}
      lead={t('What it depends on, and what depends on it. A change here reaches everything to its left.')}
      actions={
        <DialogButton
          title={t('Link model, data, prompt or agent')}
          permission={editable}
          content={(close) => <LinkForm subject={subject} kind={kind} close={close} />}
        >
          {t('Link')}
        </DialogButton>
      }
    >
      {lineage && <Shown lineage={lineage} />}
    </Section>
  )
}

function Shown({ lineage }: { lineage: Lineage }) {
  const { nodes, links, complete, depth } = lineage
  if (links.length === 0)
    return <p>{t('Nothing is linked. Link the models, data, prompts and agents that it uses.')}</p>
  const names = new Map(nodes.map(({ ref, name }) => [ref, name]))
  return (
    <>
      {!complete && (
        <p role="status">
          {t('Shown are at most {depth} steps each way and the nearest records; there are more beyond.', { depth })}
        </p>
      )}
      {nodes.length <= readable ? (
        <LineageGraph lineage={lineage} />
      ) : (
        <p>
          {t('{count, number} records are too many for a picture. The table names them all.', { count: nodes.length })}
        </p>
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('Lineage as a table')}>
          <thead>
            <tr>
              <th scope="col">{t('Record')}</th>
              <th scope="col">{t('Relation')}</th>
              <th scope="col">{t('Depends on')}</th>
              <th scope="col">
                <span className="mantine-visually-hidden">{t('Actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <Row key={link.id} link={link} names={names} subject={lineage.subject} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

type RowProps = { link: Lineage['links'][number]; names: Map<string, string>; subject: string }

function Row({ link, names, subject }: RowProps) {
  const unlink = useWrite({
    write: () => api.delete(`/lineage/${link.id}`),
    done: () => ({
      message: t('Link taken out'),
      undo: () =>
        api.post('/lineage', {
          from: link.from,
          to: link.to.slice(link.to.indexOf(':') + 1),
          relation: link.relation,
          version: link.version,
          note: link.note,
        }),
    }),
  })
  return (
    <tr>
      <td>
        <Node reference={link.from} names={names} />
      </td>
      <td>
        {relations[link.relation]}
        {link.note && <div className={styles.note}>{link.note}</div>}
      </td>
      <td>
        <Node reference={link.to} names={names} />
        {link.versionLabel && <div className={styles.note}>{t('Version {label}', { label: link.versionLabel })}</div>}
        <ProblemAlert error={unlink.error} />
      </td>
      <td>
        {link.from === subject && (
          <VerbButton
            look="quiet"
            permission="components:edit"
            pending={unlink.isPending}
            onClick={() => unlink.mutate()}
          >
            {t('Take out')}
          </VerbButton>
        )}
      </td>
    </tr>
  )
}

function Node({ reference, names }: { reference: string; names: Map<string, string> }) {
  const to = addressOf(reference)
  const name = names.get(reference) ?? ''
  return (
    <>
      {to ? <Link to={to}>{name}</Link> : name}
      <div className={styles.note}>{kindLabel(reference)}</div>
    </>
  )
}
