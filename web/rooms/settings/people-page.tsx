import { t } from '../../messages/index.ts'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { changesOfPeople } from './changes-of-people.ts'
import { Invitations } from './invitations.tsx'
import { InviteButton } from './invite.tsx'
import { personStates, roles, rolesInWords, type PersonView } from './words.ts'

const columns: Column<PersonView>[] = [
  { key: 'name', header: t('Person'), sort: 'name', cell: (row) => row.name },
  { key: 'email', header: t('E-mail'), cell: (row) => row.email },
  {
    key: 'roles',
    header: t('Roles'),
    cell: (row) => rolesInWords(row.roles),
    from: [{ field: 'roles.role', words: labelsOf(roles) }],
  },
  { key: 'unit', header: t('Unit'), cell: (row) => row.unit?.name, from: [{ field: 'unit.name' }] },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...personStates[row.state]} />,
    from: [{ field: 'state', words: labelsOf(personStates) }],
  },
]

/** Who has a place in this organisation, and who is invited. */
export default function PeoplePage() {
  const mayInvite = useMay('people:invite')
  return (
    <Page
      title={t('People')}
      lead={t('Who has a place in this organisation, in which roles. Where a second person must approve, invite one.')}
      actions={
        <>
          <InviteButton />
          {mayInvite && (
            <LinkButton to="/imports/new?register=people" permission="people:invite">
              {t('Import people')}
            </LinkButton>
          )}
        </>
      }
    >
      {mayInvite ? (
        <Tabs
          label={t('People and invitations')}
          tabs={[
            { key: 'people', label: t('People'), content: <PeopleList /> },
            { key: 'invitations', label: t('Invitations'), content: <Invitations /> },
          ]}
        />
      ) : (
        <PeopleList />
      )}
    </Page>
  )
}

function PeopleList() {
  return (
    <List<PersonView>
      id="people"
      label={t('People')}
      path="/people"
      columns={columns}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowTo={(row) => `/settings/people/${row.id}`}
      filters={[
        {
          key: 'state',
          label: t('State'),
          options: Object.entries(personStates).map(([value, { label }]) => ({ value, label })),
        },
        {
          key: 'role',
          label: t('Role'),
          options: Object.entries(roles).map(([value, { label }]) => ({ value, label })),
        },
      ]}
      search={t('Search people')}
      defaultSort="name"
      bulk={changesOfPeople}
      empty={null}
    />
  )
}
