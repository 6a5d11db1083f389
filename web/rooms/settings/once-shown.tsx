import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import styles from './settings.module.css'

type OnceShownProps = {
  /** What it is: "Invitation link". */
  label: string
  value: string
  /** Why it is shown only now, and what to do with it. */
  help: string
}

/** A secret that is shown this once: to be copied now, since only its hash is kept. */
export function OnceShown({ label, value, help }: OnceShownProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | undefined>()
  const copy = () =>
    copyText(value).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  return (
    <div className={styles.once}>
      <p>{help}</p>
      <div className={styles.copy}>
        <textarea
          readOnly
          aria-label={label}
          rows={Math.max(value.split('\n').length, 3)}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          leftSection={copied === 'yes' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? t('Copied') : t('Copy')}
        </Button>
      </div>
      <p role="status" className={styles.muted}>
        {copied === 'no' ? t('This browser does not allow copying here. Select the text and copy it by hand.') : ''}
      </p>
    </div>
  )
}

/** Only a page with a secure address has a clipboard. */
async function copyText(text: string): Promise<void> {
  if (!window.isSecureContext) throw new Error('no clipboard')
  await navigator.clipboard.writeText(text)
}
