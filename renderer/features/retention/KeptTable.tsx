import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeptSession } from '../../../shared/contract/retention/retention.ts'
import { dateIn, fullDateName } from '../../lib/formats.ts'
import { useMay } from '../../lib/may.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Button } from '../../ui/Button.tsx'
import { SheetTable } from '../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { letSessionGo } from './retention.actions.ts'

/** What stays in spite of the limits, with the reason. */
export function KeptTable({ kept }: { kept: readonly KeptSession[] }) {
  const { t } = useTranslation('retention')
  const { language, timeZone } = usePlace()
  const mayLetGo = useMay('retention.letGo')
  return (
    <SheetTable
      isRoomy
      heads={[
        { key: 'which', head: t('due.session') },
        { key: 'reason', head: t('kept.reason') },
        { key: 'until', head: t('kept.until') },
        { key: 'letGo', head: <VisuallyHidden>{t('kept.letGo')}</VisuallyHidden> },
      ]}
    >
      {kept.map((one) => {
        const date = fullDateName(dateIn(one.startedAt, timeZone), language)
        return (
          <tr key={one.sessionId}>
            <td>
              <Link to={`/sessions/${one.sessionId}`}>{`${date} · ${one.listenerName ?? t('due.walkUp')}`}</Link>
            </td>
            <td>{one.byName === null ? one.reason : `${one.reason} · ${t('kept.by', { name: one.byName })}`}</td>
            <td className="figures">{one.until === null ? t('kept.forGood') : fullDateName(one.until, language)}</td>
            <td>
              {mayLetGo ? (
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('kept.letGoOf', { date })}
                  onClick={() => void letSessionGo(one)}
                >
                  {t('kept.letGo')}
                </Button>
              ) : null}
            </td>
          </tr>
        )
      })}
    </SheetTable>
  )
}
