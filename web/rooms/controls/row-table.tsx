import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { handleRowKeys } from '../../ui/list/keys.ts'
import { type Selected, useSelection, useVersions } from '../../ui/list/selection.ts'
import { SelectionBar } from '../../ui/list/selection-bar.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { AddRowForm } from './add-row-form.tsx'
import { changesOfRows } from './changes-of-rows.ts'
import styles from './controls.module.css'
import {
  decisionBadge,
  decisions,
  nameOf,
  numberOf,
  rowPath,
  type SoaRow,
  type Statement,
  statuses,
  whyOf,
} from './words.ts'

/** The rows by area; `?show=` keeps those of one decision. */
export function RowTable({ statement }: { statement: Statement }) {
  const [address, change] = useAddress()
  const show = address['show'] ?? ''
  const shown = statement.rows.filter(({ standing }) => show === '' || standing === show)
  const picked = useSelection({ statement: statement.id, show }, shown.length)
  const picks = useMay('controls:decide') && statement.state === 'draft' ? picked : undefined
  const versions = useVersions(statement.rows, ({ id }) => id)
  const go = useGo()
  const areas = Map.groupBy(shown, ({ requirement: { area, framework } }) =>
    area ? `${framework === 'ISO-42001-2023' ? '' : `${framework}: `}${area.ref} ${area.title}` : framework,
  )
  const options = [
    ['', t('All')] as const,
    ...Object.entries(decisions).map(([key, { label }]) => [key, label] as const),
  ]
  return (
    <Section
      title={t('Rows')}
      lead={t('The status is computed from the controls that run and their accepted evidence; nobody declares it.')}
      actions={
        statement.state === 'draft' && (
          <DialogButton
            permission="controls:decide"
            title={t('Add a requirement beyond Annex A')}
            content={(close) => <AddRowForm id={statement.id} close={close} />}
          >
            {t('Add a row')}
          </DialogButton>
        )
      }
    >
      <div className={styles.filters} role="group" aria-label={t('Show')}>
        {options.map(([key, label]) => (
          <button
            key={key}
            type="button"
            aria-pressed={show === key}
            onClick={() => change({ show: key === '' ? undefined : key })}
          >
            {label} ({statement.rows.filter(({ standing }) => key === '' || standing === key).length})
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className={styles.muted}>{t('No row is like this.')}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Rows')}>
          <table
            className={styles.table}
            data-picks={picks && true}
            onKeyDown={(event) =>
              handleRowKeys(event, { open: (id) => go(rowPath(statement.id, id)), toggle: picks?.toggle })
            }
          >
            <thead>
              <tr>
                {picks && <PickAll ids={shown.map(({ id }) => id)} picks={picks} />}
                <th scope="col">{t('Requirement')}</th>
                <th scope="col">{t('Decision')}</th>
                <th scope="col">{t('Why')}</th>
                <th scope="col">{t('Status')}</th>
                <th scope="col">{t('Controls')}</th>
              </tr>
            </thead>
            {[...areas].map(([area, rows]) => (
              <tbody key={area}>
                <tr className={styles.area}>
                  <th scope="rowgroup" colSpan={picks ? 6 : 5}>
                    {area}
                  </th>
                </tr>
                {rows.map((row) => (
                  <Row key={row.id} statement={statement} row={row} picks={picks} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {picks?.selection && (
        <SelectionBar
          selected={picks}
          selection={picks.selection}
          total={picks.selection.count}
          bulk={{ ...changesOfRows, path: '/applicability-rows', versions }}
        />
      )}
    </Section>
  )
}

function PickAll({ ids, picks }: { ids: string[]; picks: Selected }) {
  return (
    <th scope="col" className={styles.pick}>
      <input
        type="checkbox"
        aria-label={t('Select all rows that are shown')}
        checked={ids.every((id) => picks.has(id))}
        onChange={() => picks.togglePage(ids)}
      />
    </th>
  )
}

type RowProps = { statement: Statement; row: SoaRow; picks: Selected | undefined }

function Row({ statement, row, picks }: RowProps) {
  const { requirement, controls } = row
  const status = row.approvedStatus ?? row.status
  return (
    <tr data-row={row.id} data-chosen={picks?.has(row.id) || undefined} tabIndex={-1}>
      {picks && (
        <td className={styles.pick}>
          <input
            type="checkbox"
            aria-label={t('Select {name}', { name: nameOf(requirement) })}
            checked={picks.has(row.id)}
            onChange={() => picks.toggle(row.id)}
          />
        </td>
      )}
      <th scope="row">
        <Link to={rowPath(statement.id, row.id)}>
          {numberOf(requirement)} {requirement.title}
        </Link>
      </th>
      <td>
        <StateBadge {...decisionBadge(row)} />
      </td>
      <td>{whyOf(row)}</td>
      <td>{status && <StateBadge {...statuses[status]} />}</td>
      <td className={styles.count}>
        {controls.length > 0 && t('{count, plural, one {# control} other {# controls}}', { count: controls.length })}
      </td>
    </tr>
  )
}
