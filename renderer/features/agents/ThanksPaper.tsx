import { useTranslation } from 'react-i18next'
import type { Thanks } from '../../../shared/contract/agents/thanks.ts'
import { fullDayName } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Paper, PaperTable, paperCell, usePrinting } from '../../ui/Paper.tsx'
import { pseudonym } from './agents.actions.ts'

/** The page of thanks for the printer, or for a PDF. */
export function ThanksPaper({ thanks }: { thanks: readonly Thanks[] }) {
  const { t } = useTranslation('agents')
  const { language } = usePlace()
  if (!usePrinting()) return null
  const inOrder = thanks.toSorted((one, other) => one.day.localeCompare(other.day) || one.hour - other.hour)
  return (
    <Paper title={t('page.title')} sub={t('page.paper')}>
      <PaperTable heads={[t('paper.when'), t('paper.agent'), t('paper.voice'), t('paper.praise')]}>
        {inOrder.map((one) => (
          <tr key={one.id}>
            <td className={paperCell.word}>
              {`${fullDayName(one.day, language)} ${t('thanks.hour', { from: one.hour, to: one.hour + 1 })}`}
            </td>
            <td className={paperCell.word}>{one.place === null ? t('thanks.nobodyNamed') : pseudonym(one.place)}</td>
            <td className={paperCell.words}>{one.voice ?? t('thanks.noVoice')}</td>
            <td className={paperCell.words}>{one.praise}</td>
          </tr>
        ))}
      </PaperTable>
    </Paper>
  )
}
