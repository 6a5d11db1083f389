import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useSession } from '../../ui/session.ts'
import { OrganizationFace } from './faces.tsx'

/** Somebody who works for several organisations changes here which one is looked at. */
export default function OrganizationMenu() {
  const { organization, organizations } = useSession()
  const change = useWrite<string>({
    write: (id) => api.post('/session/organization', { organization: id }),
    touches: [],
    // Nothing of the one organisation may linger on a page of the other.
    onDone: () => location.assign('/'),
  })
  return (
    <Menu defaultOpened position="bottom-start">
      <Menu.Target>
        <OrganizationFace />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Organisations')}</Menu.Label>
        {organizations.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={
              <IconCheck size={16} aria-hidden visibility={one.id === organization.id ? undefined : 'hidden'} />
            }
            onClick={() => change.mutate(one.id)}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
