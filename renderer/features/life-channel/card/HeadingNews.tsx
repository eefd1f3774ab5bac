import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Heading } from '../../../../shared/domain/life-channel/heading.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { saidHeading } from './said-heading.ts'

/** Says once to who does not see it that the heading changed; the keys stay where they are. How it was when the card opened is said by the card. */
export function HeadingNews(heading: Heading) {
  const { t } = useTranslation('life')
  const said = saidHeading(t, heading)
  const atFirst = useRef(said)
  return (
    <div role="status">
      <VisuallyHidden>{said === atFirst.current ? '' : t('card.headingNow', { said })}</VisuallyHidden>
    </div>
  )
}
