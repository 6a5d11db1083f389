import { type RefObject, useEffect } from 'react'
import { api, refresh } from '../../ui/api.ts'
import { useAsOf } from '../../ui/as-of.ts'

/** Notes that the reader has looked at what is said about a record, once it comes on screen. Looking at the past notes nothing. */
export function useSeenOnScreen(box: RefObject<HTMLElement | null>, subject: string, something: boolean): void {
  const past = useAsOf() !== undefined
  useEffect(() => {
    if (!something || past || !box.current) return
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      // Whether it was noted is nothing to trouble a reader with: the line in the inbox stays until it is.
      void api.post<{ seen: number }>('/comments/seen', { subject }).then(
        ({ seen }) => (seen > 0 ? refresh(['/inbox', '/home']) : undefined),
        () => undefined,
      )
    })
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box, subject, something, past])
}
