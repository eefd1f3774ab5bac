import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { bookingForOf, everybody } from '../../../lib/common-queries.ts'
import { peopleOptions, personLabel } from '../../../lib/people-options.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useShown } from '../../../lib/use-shown.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import styles from './Bookers.module.css'
import { allowBooker, takeBackBooker } from './bookers.actions.ts'

/** Who books for a person: each name can be taken away, and one more be written. Kept at once. */
export function Bookers({ person, id, label }: { person: Person; id?: string; label: string }) {
  const { t } = useTranslation('settings')
  const people = useQuery(everybody).data ?? []
  const bookerIds = useQuery(bookingForOf(person.id)).data?.bookerIds ?? []
  const me = useSettings()?.me ?? null
  const isBooker = me !== null && bookerIds.includes(me)
  useShown({ booker: person.id === me ? bookerIds : [], books_for: isBooker ? [person.id] : [] })
  const bookers = bookerIds.flatMap((booker) => people.find((one) => one.id === booker) ?? [])
  return (
    <div className={styles.bookers}>
      {bookers.length === 0 ? null : (
        <ul className={styles.names} aria-label={label}>
          {bookers.map((booker) => (
            <li key={booker.id}>
              <Chip
                onRemove={() => void takeBackBooker(person, booker)}
                removeLabel={t('bookers.remove', { name: booker.name })}
              >
                {personLabel(booker)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <SearchSelect<Id>
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        placeholder={t('bookers.add')}
        options={peopleOptions(people)}
        value={null}
        onChange={(chosen) => {
          const booker = people.find((one) => one.id === chosen)
          if (booker !== undefined) void allowBooker(person, booker)
        }}
      />
    </div>
  )
}
