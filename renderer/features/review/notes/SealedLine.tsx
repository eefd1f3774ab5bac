import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'

/** Calls of this session that are sealed, in one line however many: which ones, where there are several, is told to whoever asks. */
export function SealedLine({ numbers }: { numbers: readonly number[] }) {
  const { t } = useTranslation('review')
  const [isOpen, setIsOpen] = useState(false)
  const [number] = numbers
  if (number === undefined) return null
  if (numbers.length === 1) return <QuietLine>{t('notes.sealedCall', { number })}</QuietLine>
  return (
    <QuietLine>
      {t('notes.sealedCalls', { count: numbers.length })}{' '}
      <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('notes.whichSealed')}
      </Button>
      {isOpen ? t('notes.sealedNumbers', { numbers: numbers.join(t('notes.between')) }) : null}
    </QuietLine>
  )
}
