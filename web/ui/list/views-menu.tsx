import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconUsers, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useWrite } from '../api.ts'
import { ProblemAlert } from '../problem-alert.tsx'
import { useMay } from '../session.ts'
import styles from './toolbar.module.css'
import { type SavedView, useViews, type Views, type ViewsOf } from './views.ts'

/** Lists under a name: open one, keep what is shown, share, forget. The button names the view that is open. */
export function ViewsMenu(of: ViewsOf) {
  const [opened, setOpened] = useState(false)
  const views = useViews(of, opened)
  const { active } = views
  const toggle = () => setOpened(!opened)
  return (
    <Popover position="bottom-end" trapFocus withRoles opened={opened} onChange={setOpened}>
      <Popover.Target>
        {active ? (
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} onClick={toggle}>
            {views.changed ? t('{name} (changed)', { name: active.name }) : active.name}
          </Button>
        ) : (
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={t('Saved views')}
            title={t('Saved views')}
            onClick={toggle}
          >
            <IconBookmark size={18} aria-hidden />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Saved views')} className={styles.filters}>
        <ProblemAlert error={views.error} />
        {views.views.map((view) => (
          <ViewRow key={view.id} view={view} views={views} onOpen={() => setOpened(false)} />
        ))}
        {active && (
          <Button variant="subtle" size="compact-sm" justify="flex-start" onClick={views.leave}>
            {t('Leave this view')}
          </Button>
        )}
        {active && !active.shared && views.changed && <Replace view={active} views={views} />}
        <SaveView views={views} onSaved={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

type RowProps = { view: SavedView; views: Views; onOpen: () => void }

function ViewRow({ view, views, onOpen }: RowProps) {
  const { name, shared, owner } = view
  const mayShare = useMay('views:share')
  const share = useWrite({ write: () => views.share(view), touches: [] })
  const forget = useWrite({ write: () => views.forget(view), touches: [] })
  const open = () => {
    views.open(view)
    onOpen()
  }
  const sharing = shared ? t('Take back {name} from everybody', { name }) : t('Share {name} with everybody', { name })
  return (
    <div>
      <div className={styles.view}>
        <Button variant="subtle" size="compact-sm" className={styles.viewName ?? ''} onClick={open}>
          {name}
        </Button>
        {mayShare && (
          <ActionIcon
            variant={shared ? 'light' : 'subtle'}
            aria-label={sharing}
            title={sharing}
            aria-pressed={shared}
            loading={share.isPending}
            onClick={() => share.mutate()}
          >
            <IconUsers size={14} aria-hidden />
          </ActionIcon>
        )}
        {!shared && (
          <ActionIcon
            variant="subtle"
            aria-label={t('Forget view {name}', { name })}
            title={t('Forget view {name}', { name })}
            loading={forget.isPending}
            onClick={() => forget.mutate()}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {shared && <p className={styles.hint}>{t('Shared by {name}', { name: owner.name })}</p>}
      <ProblemAlert error={share.error ?? forget.error} />
    </div>
  )
}

function Replace({ view, views }: { view: SavedView; views: Views }) {
  const replace = useWrite({ write: () => views.replace(view), touches: [] })
  return (
    <>
      <Button variant="light" size="compact-sm" loading={replace.isPending} onClick={() => replace.mutate()}>
        {t('Keep {name} as shown now', { name: view.name })}
      </Button>
      <ProblemAlert error={replace.error} />
    </>
  )
}

function SaveView({ views, onSaved }: { views: Views; onSaved: () => void }) {
  const [name, setName] = useState('')
  const save = useWrite({
    write: () => views.save(name.trim()),
    touches: [],
    onDone: () => {
      setName('')
      onSaved()
    },
  })
  return (
    <form
      className={styles.saveView}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate()
      }}
    >
      <TextInput
        size="sm"
        label={t('Save what is shown as')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ProblemAlert error={save.error} />
      <Button size="sm" type="submit" variant="light" loading={save.isPending}>
        {t('Save view')}
      </Button>
    </form>
  )
}
