import { Button, Menu } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useSession } from '../../ui/session.ts'
import styles from './organization-menu.module.css'

/** Which organisation is looked at; somebody who works for several changes it here. */
export function OrganizationMenu() {
  const { organization, organizations } = useSession()
  const change = useWrite<string>({
    write: (id) => api.post('/session/organization', { organization: id }),
    // Nothing of the one organisation may linger on a page of the other.
    onDone: () => location.assign('/'),
  })
  const name = <span className={styles.name}>{organization.name}</span>
  return (
    <div className={styles.organization}>
      {organizations.length > 1 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              rightSection={<IconSelector size={16} aria-hidden />}
              loading={change.isPending}
              className={styles.button ?? ''}
            >
              {name}
            </Button>
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
      ) : (
        <span className={styles.single}>{name}</span>
      )}
      {organization.demo && <span className={styles.demo}>{t('Sample data')}</span>}
    </div>
  )
}
