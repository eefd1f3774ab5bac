import { HandHeart } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import styles from './CallStrip.module.css'

/** The one beside it is to be guessed. */
const EDGE_PX = 32

/** The calls of this session, first to last. A press shows the notes of an earlier one; the live one goes on meanwhile. */
export function CallStrip({
  calls,
  marked,
  shownCallId,
  onShow,
}: {
  calls: readonly Call[]
  /** Those of silver-hair service. */
  marked: ReadonlySet<Id>
  shownCallId: Id | null
  onShow: (call: Call) => void
}) {
  const { t } = useTranslation('listen')
  const strip = useRef<HTMLElement>(null)
  // Of many calls the one that is shown is in sight, also as another begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as calls come and another is shown
  useLayoutEffect(() => {
    const [line, shown] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')]
    if (!line || !shown) return
    const [from, to] = [shown.offsetLeft - line.offsetLeft, shown.offsetLeft - line.offsetLeft + shown.offsetWidth]
    if (from < line.scrollLeft) line.scrollLeft = from - EDGE_PX
    else if (to > line.scrollLeft + line.clientWidth) line.scrollLeft = to - line.clientWidth + EDGE_PX
  }, [calls.length, shownCallId])
  if (calls.length < 2) return null
  return (
    <nav ref={strip} className={styles.strip} aria-label={t('call.strip')}>
      {calls.map((call) => (
        <button
          key={call.id}
          type="button"
          className={styles.call}
          aria-current={call.id === shownCallId ? 'true' : undefined}
          onClick={() => onShow(call)}
          data-live={call.endedAt === null || undefined}
        >
          <span>{t('call.short', { number: call.number })}</span>
          {marked.has(call.id) ? <HandHeart size={12} role="img" aria-label={t('call.silver')} /> : null}
          <span className={styles.length}>{call.endedAt === null ? t('call.now') : timecode(call.elapsedMs)}</span>
        </button>
      ))}
    </nav>
  )
}
