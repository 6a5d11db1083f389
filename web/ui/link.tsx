import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { useAsOf } from './as-of.ts'
import { classes } from './classes.ts'
import styles from './link.module.css'
import { useGo, withAsOf } from './navigation.ts'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of the page, such as `/ai-systems/42?tab=risks`. */
  to: string
  /** Without the look of a link: for cards and navigation that bring their own. */
  plain?: boolean
}

/** A link inside the page. It stays in the past that is looked at, and its page's script loads on approach. */
export function Link({ to, plain = false, className, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const go = useGo()
  const href = withAsOf(to, useAsOf())
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || isForBrowser(event)) return
    event.preventDefault()
    go(to)
  }
  const approach = () => void router.preloadRoute({ to: to.split('?')[0] ?? to }).catch(() => undefined)
  return (
    <a
      {...rest}
      href={href}
      className={classes(!plain && styles.link, className)}
      onClick={follow}
      onPointerEnter={approach}
      onFocus={approach}
    />
  )
}

/** New tabs, downloads and the like are the browser's. */
function isForBrowser(event: MouseEvent<HTMLAnchorElement>): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
