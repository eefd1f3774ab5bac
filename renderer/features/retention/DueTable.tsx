import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DueItem } from '../../../shared/contract/retention/retention.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { dateIn, fullDateName } from '../../lib/formats.ts'
import { useMay } from '../../lib/may.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { SheetTable } from '../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

/** Sessions and cases whose words go, with the day; one can be kept from here. */
export function DueTable({ items, onKeep }: { items: readonly DueItem[]; onKeep: (sessionId: Id) => void }) {
  const { t } = useTranslation('retention')
  const { language, timeZone } = usePlace()
  const mayKeep = useMay('retention.keep')
  const dayOf = (item: DueItem) => fullDateName(dateIn(item.startedAt, timeZone), language)
  /** Where all notes of a session are quoted by tickets, which keep them, other words go all the same. */
  const wordsOf = ({ kind, wordCount }: DueItem) =>
    kind === 'notes' && wordCount === 0 ? t('due.words.besideNotes') : t(`due.words.${kind}`, { count: wordCount })
  const nameOf = (item: DueItem) => item.listenerName ?? t('due.walkUp')
  return (
    <SheetTable
      isRoomy
      heads={[
        { key: 'which', head: t('due.session') },
        { key: 'what', head: t('due.what') },
        { key: 'goesOn', head: t('due.goesOn') },
        { key: 'state', head: t('due.state') },
        { key: 'keep', head: <VisuallyHidden>{t('due.keep')}</VisuallyHidden> },
      ]}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several half-done notes of one session stand in a row each
        <tr key={`${item.caseId ?? item.sessionId ?? ''} ${index}`}>
          <td>
            {item.caseId !== null || item.sessionId === null ? (
              `${t('due.case')} · ${dayOf(item)}`
            ) : (
              <Link to={`/sessions/${item.sessionId}`}>{`${dayOf(item)} · ${nameOf(item)}`}</Link>
            )}
          </td>
          <td>{wordsOf(item)}</td>
          <td className="figures">{fullDateName(item.goesOn, language)}</td>
          <td>
            <Badge tone={item.stays === null ? 'soon' : 'neutral'}>
              {item.stays === null ? t('due.goes') : t(`due.stays.${item.stays}`)}
            </Badge>
          </td>
          <td>
            {mayKeep && item.sessionId !== null && item.stays !== 'kept' ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('due.keepOf', { date: dayOf(item), name: nameOf(item) })}
                onClick={() => onKeep(item.sessionId ?? '')}
              >
                {t('due.keep')}
              </Button>
            ) : null}
          </td>
        </tr>
      ))}
    </SheetTable>
  )
}
