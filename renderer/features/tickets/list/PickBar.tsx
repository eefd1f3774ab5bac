import { FolderOutput, Printer } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chord } from '../../../lib/chords.ts'
import { useMay } from '../../../lib/may.ts'
import { numberText } from '../../../lib/number-text.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useFoot } from '../../../ui/foot-height.ts'
import { type ManyWhat, manyWhats } from '../many/many-store.ts'
import styles from './PickBar.module.css'

export interface PickBarProps {
  barRef: RefObject<HTMLElement | null>
  pickedCount: number
  /** Null while other tickets than those on screen are looked for. */
  foundCount: number | null
  /** What was found are only the latest: words were looked for no further back. */
  isPart: boolean
  /** Notices pass over that then, and not over the bar. */
  isTicketBeside: boolean
  isAll: boolean
  onAll: () => void
  onClear: () => void
  onExport: () => void
  onChange: (what: ManyWhat) => void
  onPrint: () => void
}

const NO_FOOT = { current: null }

/** At the foot of the list: what is chosen, what to make of it, and out with it. To export, nothing chosen means everything found. */
export function PickBar(props: PickBarProps) {
  const {
    barRef,
    pickedCount,
    foundCount,
    isPart,
    isTicketBeside,
    isAll,
    onAll,
    onClear,
    onExport,
    onChange,
    onPrint,
  } = props
  const { t } = useTranslation('tickets')
  const allChord = useChord('tickets.pickAll')
  const chords: Readonly<Record<ManyWhat, Chord>> = {
    move: useChord('tickets.move'),
    issueType: useChord('tickets.issueType'),
    department: useChord('tickets.department'),
    owner: useChord('tickets.owner'),
    priority: useChord('tickets.priority'),
  }
  const printChord = useChord('tickets.print')
  const exportChord = useChord('tickets.export')
  const mayChange = useMay('manyTickets.change')
  const mayExport = useMay('exports.start')
  const number = (value: number) => numberText(value)
  useFoot(isTicketBeside ? NO_FOOT : barRef)
  return (
    <section
      ref={barRef}
      className={styles.bar}
      aria-label={t('picked.bar')}
      data-picked={pickedCount > 0 || undefined}
    >
      <span className={styles.count} role="status">
        {pickedCount > 0
          ? t(isAll && isPart ? 'picked.countLatest' : 'picked.count', { number: number(pickedCount) })
          : ''}
      </span>
      {pickedCount > 0 ? (
        <div className={styles.acts} role="toolbar" aria-label={t('many.bar')}>
          {mayChange &&
            manyWhats.map((what) => (
              <Button key={what} size="small" chord={chords[what]} data-change onClick={() => onChange(what)}>
                {t(`many.what.${what}`)}
              </Button>
            ))}
          <Button size="small" icon={<Printer aria-hidden="true" />} chord={printChord} onClick={onPrint}>
            {t('many.print')}
          </Button>
        </div>
      ) : null}
      <div className={styles.choice}>
        {pickedCount > 0 ? (
          <Button size="small" tone="quiet" onClick={onClear}>
            {t('picked.clear')}
          </Button>
        ) : null}
        {isAll ? null : (
          <Button size="small" tone="quiet" chord={allChord} onClick={onAll}>
            {t('picked.all')}
          </Button>
        )}
        <span className={styles.export}>
          <Button
            size="small"
            icon={<FolderOutput aria-hidden="true" />}
            chord={exportChord}
            disabled={!mayExport || (pickedCount === 0 && foundCount === null)}
            onClick={onExport}
          >
            {pickedCount > 0
              ? t('picked.export')
              : t(isPart ? 'picked.exportLatest' : 'picked.exportFound', {
                  number: foundCount === null ? '…' : number(foundCount),
                })}
          </Button>
        </span>
      </div>
    </section>
  )
}
