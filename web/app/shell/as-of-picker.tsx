import { Button, Popover, TextInput } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { showAsOf, useAsOf } from '../../ui/as-of.ts'
import { useAddress } from '../../ui/navigation.ts'
import styles from './as-of-picker.module.css'

/** Chooses a day of the past for the whole page to be looked at as of its end. */
export function AsOfPicker({ look = 'top' }: { look?: 'top' | 'bottom' }) {
  const asOf = useAsOf()
  const [, setAddress] = useAddress()
  const [opened, setOpened] = useState(false)
  const [day, setDay] = useState('')
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const show = () => {
    if (day === '') return
    setAddress({ asOf: day, cursor: undefined }, { push: true })
    setOpened(false)
  }
  const label = asOf === undefined ? t('As of today') : t('As of {asOf}', { asOf: showAsOf(asOf) })
  return (
    <Popover opened={opened} onChange={setOpened} position={look === 'top' ? 'bottom-end' : 'top'} trapFocus withRoles>
      <Popover.Target>
        {look === 'top' ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconHistory size={18} aria-hidden />}
            className={styles.top ?? ''}
            onClick={() => setOpened(!opened)}
          >
            {label}
          </Button>
        ) : (
          <button type="button" className={styles.bottom} onClick={() => setOpened(!opened)}>
            <IconHistory size={22} stroke={1.7} aria-hidden />
            {t('As of')}
          </button>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Look at a day in the past')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            show()
          }}
        >
          <TextInput
            type="date"
            label={t('Look at everything as it was at the end of')}
            max={today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <Button type="submit">{t('Show this day')}</Button>
          {asOf !== undefined && (
            <Button
              variant="default"
              onClick={() => setAddress({ asOf: undefined, cursor: undefined }, { push: true })}
            >
              {t('Back to today')}
            </Button>
          )}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
