import { useTranslation } from 'react-i18next'
import { Whole } from '../../../ui/Whole.tsx'
import { bookingName } from '../booking/booking-name.ts'
import { useGone } from '../booking/use-gone.ts'
import styles from './SwapHint.module.css'
import { forgetPick, useSwapPick } from './swap-pick.ts'

/** One is taken up, the other is still to be chosen: said as long as it is so, on whatever day or week. */
export function SwapHint() {
  const { t } = useTranslation('seats')
  const first = useSwapPick((state) => state.first)
  useGone(first, 'swap', forgetPick)
  if (first === null) return null
  return (
    <p className={styles.hint} role="status">
      <Whole words={t('swap.choose', { name: first.personName, place: bookingName(first) })} />
    </p>
  )
}
