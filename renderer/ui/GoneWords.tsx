import { useTranslation } from 'react-i18next'
import type { GoneOfCall } from '../../shared/contract/retention/retention.ts'
import { dateIn, dateName } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'
import { QuietLine } from './QuietLine.tsx'

/** What a session, or (`isQuoted`) a call that a ticket quotes, does not say any more, until when it did, and when it went; nothing where all is there. */
export function GoneWords({ gone, isQuoted = false }: { gone: readonly GoneOfCall[]; isQuoted?: boolean }) {
  const { t } = useTranslation('retention')
  const { language, timeZone } = usePlace()
  const kinds = (['notes', 'conversations'] as const).filter((kind) => gone.some((one) => one.kind === kind))
  return kinds.map((kind) => {
    const one = gone.find((each) => each.kind === kind)
    if (one === undefined || (isQuoted && kind !== 'notes')) return null
    const days = {
      until: dateName(one.keptUntil, language, true),
      on: dateName(dateIn(one.goneAt, timeZone), language, true),
    }
    return <QuietLine key={kind}>{t(isQuoted ? 'gone.ofQuote' : `gone.${kind}`, days)}</QuietLine>
  })
}
