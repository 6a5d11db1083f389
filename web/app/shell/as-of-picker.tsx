import { Button, Popover, TextInput } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { t } from '../../messages/index.ts'
import { useAsOf } from '../../ui/as-of.ts'
import { useAddress } from '../../ui/navigation.ts'
import styles from './as-of-picker.module.css'
import { AsOfFace, type FaceProps } from './faces.tsx'

/** Chooses a day of the past for the whole page to be looked at as of its end. */
export default function AsOfPicker() {
  return <Picker face={AsOfFace} position="bottom-end" />
}

export type PickerProps = { face: ComponentType<FaceProps>; position: 'bottom-end' | 'top' }

export function Picker({ face: Face, position }: PickerProps) {
  const asOf = useAsOf()
  const [, setAddress] = useAddress()
  const [opened, setOpened] = useState(true)
  const [day, setDay] = useState('')
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const show = () => {
    if (day === '') return
    setAddress({ asOf: day, cursor: undefined }, { push: true })
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position={position} trapFocus withRoles>
      <Popover.Target>
        <Face onClick={() => setOpened(!opened)} />
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
