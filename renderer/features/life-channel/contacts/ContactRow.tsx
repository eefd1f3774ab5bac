import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './ContactsSection.module.css'

interface ContactRowProps {
  contact: Contact
  place: number
  onChange: (change: Partial<Contact>) => void
  onRemove: () => void
}

export function ContactRow({ contact, place, onChange, onRemove }: ContactRowProps) {
  const { t } = useTranslation('life')
  const people = useQuery(everybody).data ?? []
  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>
        {t(place === 0 ? 'contacts.first' : 'contacts.next', { number: place + 1 })}
      </legend>
      <TextField
        label={t('contacts.name')}
        value={contact.name}
        longest={LONGEST.personName}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextField
        label={t('contacts.phone')}
        value={contact.phone}
        longest={LONGEST.callback}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <TextField
        label={t('contacts.about')}
        value={contact.about}
        longest={LONGEST.department}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      />
      <SearchSelect
        label={t('contacts.person')}
        options={peopleOptions(people)}
        value={contact.personId}
        onChange={(personId) => onChange({ personId })}
        clearable
      />
      <IconButton icon={<Trash2 />} label={t('contacts.remove', { name: contact.name })} onClick={onRemove} />
    </fieldset>
  )
}
