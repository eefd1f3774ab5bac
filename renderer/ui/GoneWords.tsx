import { useTranslation } from 'react-i18next'
import type { GoneOfCall } from '../../shared/contract/retention/retention.ts'
import { dateIn, fullDateName } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'
import { QuietLine } from './QuietLine.tsx'

/** What a session, or (`isQuoted`) a call that a ticket quotes, does not say any more, until when it did, and when it went; nothing where all is there. */
export function GoneWords({ gone, isQuoted = false }: { gone: readonly GoneOfCall[]; isQuoted?: boolean }) {
  const { t } = useTranslation('retention')
  const daysOf = useDays()
  const kinds = (['notes', 'conversations'] as const).filter((kind) => gone.some((one) => one.kind === kind))
  return kinds.map((kind) => {
    const one = gone.find((each) => each.kind === kind)
    if (one === undefined || (isQuoted && kind !== 'notes')) return null
    if (kind === 'conversations')
      return <QuietLine key={kind}>{t('gone.conversations', { ...daysOf(one), count: one.conversations })}</QuietLine>
    return <QuietLine key={kind}>{t(isQuoted ? 'gone.ofQuote' : 'gone.notes', daysOf(one))}</QuietLine>
  })
}

/** What was sealed of a case and went; what was done about it is told beside it. */
export function GoneSealed({ isMoreSealed, ...gone }: Went & { isMoreSealed: boolean }) {
  const { t } = useTranslation('retention')
  return <QuietLine>{t(isMoreSealed ? 'gone.sealedButMore' : 'gone.sealed', useDays()(gone))}</QuietLine>
}

/** The names and the words of a meeting, which went with the notes of its session. */
export function GoneMeeting({ gone }: { gone: Went }) {
  const { t } = useTranslation('retention')
  return <QuietLine>{t('gone.meeting', useDays()(gone))}</QuietLine>
}

type Went = Pick<GoneOfCall, 'keptUntil' | 'goneAt'>

function useDays() {
  const { language, timeZone } = usePlace()
  return ({ keptUntil, goneAt }: Went) => ({
    until: fullDateName(keptUntil, language),
    on: fullDateName(dateIn(goneAt, timeZone), language),
  })
}
