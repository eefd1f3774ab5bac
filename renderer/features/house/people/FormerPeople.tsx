import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateIn, fullDateName } from '../../../lib/formats.ts'
import { personLabel } from '../../../lib/people-options.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { putBack } from './people.actions.ts'
import { formerPeople } from './people.queries.ts'

/** Below the list: who was taken off it, and the way back. Nobody was, nothing to press. */
export function FormerPeople() {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const former = useQuery(formerPeople).data ?? []
  const [isOpen, setIsOpen] = useState(false)
  if (former.length === 0 && !isOpen) return null
  return (
    <>
      <QuietLine>
        <Button size="small" tone="quiet" onClick={() => setIsOpen(true)}>
          {t('former.open', { count: former.length })}
        </Button>
      </QuietLine>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('former.title')} width={560}>
        <p>{t(former.length === 0 ? 'former.none' : 'former.hint')}</p>
        {former.length === 0 ? null : (
          <ScrollBox label={t('former.title')} height={320}>
            <ul>
              {former.map(({ person, removedAt }) => (
                <li key={person.id} className="list-row">
                  <div>
                    <p className="ellipsis">{personLabel(person)}</p>
                    <p className="ellipsis">
                      {t('former.since', { date: fullDateName(dateIn(removedAt, place.timeZone), place.language) })}
                    </p>
                  </div>
                  <Button
                    size="small"
                    aria-label={t('former.backOne', { name: person.name })}
                    onClick={() => void putBack(person, false)}
                  >
                    {t('former.back')}
                  </Button>
                </li>
              ))}
            </ul>
          </ScrollBox>
        )}
      </Dialog>
    </>
  )
}
