import { Checkbox, Radio, TextInput } from '@mantine/core'
import type { Question as Asked } from '@assay/server/rooms/screening/model.ts'
import { useEffect, useId, useRef, useState } from 'react'
import { t } from '../../messages/index.ts'
import styles from './question.module.css'

export type QuestionProps = {
  question: Asked
  /** Undefined while the question is open. */
  value: unknown
  onChange: (value: unknown) => void
  disabled: boolean
  /** Whether the address leads to this question. */
  wanted: boolean
}

/** One question with its help. The texts are the questionnaire's own, translated like every other. */
export function Question(props: QuestionProps) {
  const { question, wanted } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!wanted) return
    // After the page's own title has taken the focus.
    const frame = requestAnimationFrame(() => {
      box.current?.scrollIntoView({ block: 'center' })
      box.current?.querySelector('input')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  return (
    <div ref={box} className={styles.question} data-wanted={wanted || undefined}>
      {question.kind === 'text' && <TextQuestion {...props} />}
      {question.kind === 'count' && <CountQuestion {...props} />}
      {question.kind === 'any-of' && <AnyOfQuestion {...props} />}
      {(question.kind === 'one-of' || question.kind === 'rating') && <OneOfQuestion {...props} />}
    </div>
  )
}

function TextQuestion({ question, value, onChange, disabled }: QuestionProps) {
  const [typed, setTyped] = useTyped(typeof value === 'string' ? value : '')
  return (
    <TextInput
      {...words(question)}
      className={styles.line ?? ''}
      maxLength={200}
      value={typed}
      disabled={disabled}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(text.trim() === '' ? undefined : text)
      }}
    />
  )
}

function CountQuestion({ question, value, onChange, disabled }: QuestionProps) {
  const [typed, setTyped] = useTyped(typeof value === 'number' ? String(value) : '')
  const wrong = typed !== '' && !/^\d{1,6}$/.test(typed)
  return (
    <TextInput
      {...words(question)}
      className={styles.count ?? ''}
      inputMode="numeric"
      value={typed}
      disabled={disabled}
      error={wrong && t('Give a whole number, 0 or more.')}
      onChange={(event) => {
        const text = event.currentTarget.value.trim()
        setTyped(text)
        onChange(/^\d{1,6}$/.test(text) ? Number(text) : undefined)
      }}
    />
  )
}

function OneOfQuestion({ question, value, onChange, disabled }: QuestionProps) {
  const rating = question.kind === 'rating'
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return (
    <Radio.Group {...words(question)} value={chosen} onChange={(next) => onChange(rating ? Number(next) : next)}>
      <div className={rating ? styles.scale : styles.choices}>
        {question.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={rating ? `${choice.value} · ${t(choice.label)}` : t(choice.label)}
            description={choice.help && t(choice.help)}
            disabled={disabled}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** "None of these" is an answer: an empty list. Nothing ticked at all is an open question. */
function AnyOfQuestion({ question, value, onChange, disabled }: QuestionProps) {
  const none = useId()
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <Checkbox.Group
      {...words(question)}
      value={chosen}
      onChange={(next) => onChange(next.length > 0 ? next : undefined)}
    >
      <div className={styles.choices}>
        {question.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            label={t(choice.label)}
            description={choice.help && t(choice.help)}
            disabled={disabled}
          />
        ))}
        <NoneBox
          id={none}
          checked={Array.isArray(value) && chosen.length === 0}
          disabled={disabled}
          onChange={(checked) => onChange(checked ? [] : undefined)}
        />
      </div>
    </Checkbox.Group>
  )
}

type NoneBoxProps = { id: string; checked: boolean; disabled: boolean; onChange: (checked: boolean) => void }

/** Outside of the group's values, so that ticking it clears them. */
function NoneBox({ id, checked, disabled, onChange }: NoneBoxProps) {
  return (
    <label htmlFor={id} className={styles.none}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {t('None of these')}
    </label>
  )
}

function words({ text, help }: Asked) {
  return {
    label: t(text),
    description: t(help),
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[],
  }
}

/** What is typed, which follows the saved answer only while nobody types here. */
function useTyped(value: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (typed.trim() !== value.trim()) setTyped(value)
  }
  return [typed, setTyped]
}
