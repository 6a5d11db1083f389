import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { useAddress } from './navigation.ts'
import { LinkButton, VerbButton } from './verb-button.tsx'
import styles from './stepper.module.css'

export type Step = { key: string; label: string; state: 'open' | 'begun' | 'answered'; content: ReactNode }

export type StepperProps = {
  label: string
  steps: Step[]
  /** Called before another step is shown: save what was answered here. A refusal keeps the step open. */
  onLeave?: (key: string) => Promise<unknown>
  pending?: boolean
  /** Where the last step leads. */
  finish: { label: string; to: string }
}

const shapes = { open: IconCircleDashed, begun: IconCircleHalf2, answered: IconCircleCheck }

/**
 * A long interview: its steps with what is answered, one step at a time. The step is in the address (`?step=`), so it
 * can be left, shared and come back to; nothing has to be answered in order.
 */
export function Stepper({ label, steps, onLeave, pending = false, finish }: StepperProps) {
  const [address, setAddress] = useAddress()
  const at = Math.max(
    0,
    steps.findIndex(({ key }) => key === address['step']),
  )
  const step = steps[at]
  const words = { open: t('not answered'), begun: t('begun'), answered: t('answered') }
  if (!step) return null
  const leaveFor = (key: string | undefined) => {
    const go = () => setAddress({ step: key }, { push: true })
    if (onLeave) onLeave(step.key).then(go, () => undefined)
    else go()
  }
  const answered = steps.filter(({ state }) => state === 'answered').length
  return (
    <div className={styles.stepper}>
      <nav aria-label={label} className={styles.nav}>
        <p className={styles.progress}>
          {t('{answered, number} of {total, number} answered', { answered, total: steps.length })}
          <progress max={steps.length} value={answered} aria-label={label} />
        </p>
        <ol>
          {steps.map(({ key, label: name, state }) => {
            const Shape = shapes[state]
            return (
              <li key={key}>
                <button
                  type="button"
                  aria-current={key === step.key ? 'step' : undefined}
                  onClick={() => leaveFor(key)}
                >
                  <Shape size={18} aria-label={words[state]} />
                  {name}
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      <div className={styles.step}>
        <h2>{step.label}</h2>
        {step.content}
        <div className={styles.buttons}>
          {at > 0 && (
            <VerbButton writes={false} onClick={() => leaveFor(steps[at - 1]?.key)}>
              {t('Back')}
            </VerbButton>
          )}
          {at < steps.length - 1 ? (
            <VerbButton writes={false} look="primary" pending={pending} onClick={() => leaveFor(steps[at + 1]?.key)}>
              {t('Go on')}
            </VerbButton>
          ) : (
            <LinkButton look="primary" to={finish.to}>
              {finish.label}
            </LinkButton>
          )}
        </div>
      </div>
    </div>
  )
}
