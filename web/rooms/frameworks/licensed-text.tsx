import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { Form, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './frameworks.module.css'
import type { RequirementView } from './words.ts'

/** The slot for the organisation's own licensed text of this requirement. */
export function LicensedText({ requirement }: { requirement: RequirementView }) {
  const { framework, ref, licensedText } = requirement
  const remove = useWrite({
    write: () => api.delete(`/frameworks/${framework}/licensed-texts/${encodeURIComponent(ref)}`),
    done: () => t('Licensed text removed'),
  })
  const load = (
    <DialogButton
      permission="frameworks:load-text"
      title={t('Licensed text of {ref}', { ref })}
      content={(close) => <TextForm requirement={requirement} close={close} />}
    >
      {licensedText ? t('Replace text') : t('Load text')}
    </DialogButton>
  )
  if (!licensedText) {
    return (
      <>
        <p className={styles.muted}>{t('No text is loaded.')}</p>
        {load}
      </>
    )
  }
  return (
    <>
      <div className={styles.text}>{licensedText.body}</div>
      <p className={styles.muted}>{t('Licence: {licence}', { licence: licensedText.licence })}</p>
      <ProblemAlert error={remove.error} />
      <div className={styles.buttons}>
        {load}
        <VerbButton
          look="quiet"
          permission="frameworks:load-text"
          pending={remove.isPending}
          onClick={() => remove.mutate()}
          confirm={{
            title: t('Remove the licensed text of {ref}?', { ref }),
            body: t('Nobody sees it from now on. Earlier instants still show it; load it again to bring it back.'),
            verb: t('Remove text'),
            danger: true,
          }}
        >
          {t('Remove text')}
        </VerbButton>
      </div>
    </>
  )
}

function TextForm({ requirement, close }: { requirement: RequirementView; close: () => void }) {
  const { framework, ref, key, licensedText } = requirement
  const form = useForm({
    id: `licensed-text:${key}`,
    initial: { body: licensedText?.body ?? '', licence: licensedText?.licence ?? '' },
    check: ({ body, licence }) => ({
      ...(body.trim() === '' && { body: t('Paste the text.') }),
      ...(licence.trim() === '' && { licence: t('Say under which licence you may keep it here.') }),
    }),
    save: ({ body, licence }) =>
      api.post(`/frameworks/${framework}/licensed-texts`, { licence, texts: [{ ref, body }] }),
    done: () => t('Licensed text loaded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Load text')} permission="frameworks:load-text">
      <TextareaField form={form} name="body" label={t('Text')} rows={8} required />
      <TextField
        form={form}
        name="licence"
        label={t('Licence')}
        help={t('Such as the order number of your network licence. It stands under the text.')}
        required
      />
    </Form>
  )
}
