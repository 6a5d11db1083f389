import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconDevices, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { chooseLocale, locale, locales, t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { useGo } from '../../ui/navigation.ts'
import type { Icon } from '../../ui/room-pages.ts'
import { useSession } from '../../ui/session.ts'
import type { ThemeChoice } from '../theme.ts'
import { PersonFace } from './faces.tsx'
import styles from './person-menu.module.css'

const themes: { value: ThemeChoice; label: string; icon: Icon }[] = [
  { value: 'light', label: t('Light'), icon: IconSun },
  { value: 'dark', label: t('Dark'), icon: IconMoon },
  { value: 'auto', label: t('As the system'), icon: IconDeviceDesktop },
]

/** Who is signed in, how the page looks and speaks, and the way out. */
export default function PersonMenu() {
  const { person } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const go = useGo()
  const signOut = useWrite({
    write: () => api.delete('/session'),
    touches: [],
    onDone: () => location.assign('/sign-in'),
  })
  return (
    <Menu defaultOpened position="bottom-end" width={240}>
      <Menu.Target>
        <PersonFace />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('Theme')}</Menu.Label>
        {themes.map(({ value, label, icon: ThemeIcon }) => (
          <Menu.Item
            key={value}
            leftSection={<ThemeIcon size={16} aria-hidden />}
            rightSection={<Chosen when={colorScheme === value} />}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>{t('Language')}</Menu.Label>
        {locales.map(({ value, label }) => (
          <Menu.Item
            key={value}
            lang={value}
            rightSection={<Chosen when={locale === value} />}
            onClick={() => chooseLocale(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconDevices size={16} aria-hidden />} onClick={() => go('/settings/sessions')}>
          {t('Sessions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Chosen({ when }: { when: boolean }) {
  return when ? <IconCheck size={16} aria-label={t('chosen')} /> : null
}
