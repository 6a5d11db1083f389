import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconHistory, IconSelector } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { t } from '../../messages/index.ts'
import { showAsOf, useAsOf } from '../../ui/as-of.ts'
import { classes } from '../../ui/classes.ts'
import { useSession } from '../../ui/session.ts'
import styles from './faces.module.css'

/** What opens a menu: the same button before and after the menu's script has come. */
export type FaceProps = Pick<
  ComponentProps<'button'>,
  'onClick' | 'aria-expanded' | 'aria-haspopup' | 'ref' | 'className'
>

export function PersonFace(props: FaceProps) {
  const { person } = useSession()
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" radius="xl" {...props} className={props.className ?? ''}>
      <span className={styles.initials}>{initials(person.name)}</span>
      <VisuallyHidden>{t('You: {name}', { name: person.name })}</VisuallyHidden>
    </ActionIcon>
  )
}

export function OrganizationFace(props: FaceProps) {
  const { organization } = useSession()
  return (
    <Button
      variant="subtle"
      color="gray"
      rightSection={<IconSelector size={16} aria-hidden />}
      {...props}
      className={classes(styles.organization, props.className)}
    >
      <span className={styles.name}>{organization.name}</span>
    </Button>
  )
}

export function AsOfFace(props: FaceProps) {
  const asOf = useAsOf()
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconHistory size={18} aria-hidden />}
      {...props}
      className={classes(styles.asOf, props.className)}
    >
      {asOf === undefined ? t('As of today') : t('As of {asOf}', { asOf: showAsOf(asOf) })}
    </Button>
  )
}

/** The same in the bar at the bottom of a narrow screen. */
export function AsOfThumbFace(props: FaceProps) {
  return (
    <button type="button" {...props} className={classes(styles.thumb, props.className)}>
      <IconHistory size={22} stroke={1.7} aria-hidden />
      {t('As of')}
    </button>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}
