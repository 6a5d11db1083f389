import { Radio, useMantineColorScheme } from '@mantine/core'
import { chooseLocale, locale, locales, t } from '../../messages/index.ts'
import { Page, Section } from '../../ui/page.tsx'
import styles from './appearance.module.css'

/** How the page looks and speaks in this browser. */
export default function AppearancePage() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return (
    <Page title={t('Appearance')} lead={t('How the page looks and speaks in this browser.')} width="text">
      <Section title={t('Theme')}>
        <Radio.Group aria-label={t('Theme')} value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
          <div className={styles.choices}>
            <Radio value="light" label={t('Light')} />
            <Radio value="dark" label={t('Dark')} />
            <Radio value="auto" label={t('As the system')} />
          </div>
        </Radio.Group>
      </Section>
      <Section title={t('Language')}>
        <Radio.Group
          aria-label={t('Language')}
          value={locale}
          onChange={(value) => chooseLocale(value === 'de' ? 'de' : 'en')}
        >
          <div className={styles.choices}>
            {locales.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} lang={value} />
            ))}
          </div>
        </Radio.Group>
      </Section>
    </Page>
  )
}

function schemeOf(value: string): 'light' | 'dark' | 'auto' {
  return value === 'light' || value === 'dark' ? value : 'auto'
}
