import { useVirtualizer } from '@tanstack/react-virtual'
import { Pencil, Trash2 } from 'lucide-react'
import { type RefObject, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TableHead } from '../../../ui/TableHead.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './PeopleTable.module.css'

/** At text size 100 %, as in PeopleTable.module.css. */
const ROW_HEIGHT = 37
/** More than a large screen shows. Counting the heights of thousands waits until these are seen. */
const FIRST_COUNTED = 60

interface PeopleTableProps extends Pick<PersonRowProps, 'onEdit' | 'onRemove' | 'onChoose'> {
  tableRef: RefObject<HTMLTableElement | null>
  people: readonly Person[]
  chosen: ReadonlySet<Id>
}

/** Only the people in sight are in the page, however many there are; the table scrolls in the panel around it. */
export function PeopleTable({ tableRef, people, chosen, onChoose, onEdit, onRemove }: PeopleTableProps) {
  const { t } = useTranslation('settings')
  const me = useSettings()?.me ?? null
  const rowHeight = ROW_HEIGHT * useTextScale()
  const isFirst = useDeferredValue(false, true)
  const counted = useMemo(() => (isFirst ? people.slice(0, FIRST_COUNTED) : people), [people, isFirst])
  const rows = useVirtualizer({
    count: counted.length,
    getScrollElement: () => tableRef.current?.parentElement ?? null,
    estimateSize: () => rowHeight,
    getItemKey: (index) => counted[index]?.id ?? index,
    overscan: isFirst ? 0 : 10,
    initialRect: { width: 1_000, height: 600 },
  })
  useMeasuredAnew(rows, rowHeight)
  const inSight = rows.getVirtualItems()
  const named = ['name', 'department', 'role', 'employeeNumber', 'email'] as const
  const heads = [
    ...(onEdit === null ? [] : [{ key: 'chosen', head: <VisuallyHidden>{t('people.choice')}</VisuallyHidden> }]),
    ...named.map((column) => t(`people.${column}`)),
    { key: 'actions', head: <VisuallyHidden>{t('people.actions')}</VisuallyHidden> },
  ]
  return (
    <table ref={tableRef} className={styles.table} aria-rowcount={people.length + 1}>
      <TableHead heads={heads} rowIndex={1} />
      <tbody>
        <Gap height={inSight[0]?.start ?? 0} />
        {inSight.map(({ index, key }) => {
          const person = counted[index]
          return person === undefined ? null : (
            <PersonRow
              key={key}
              person={person}
              rowIndex={index + 2}
              isMe={person.id === me}
              isChosen={chosen.has(person.id)}
              onChoose={onChoose}
              onEdit={onEdit}
              onRemove={onRemove}
            />
          )
        })}
        <Gap height={rows.getTotalSize() - (inSight.at(-1)?.end ?? 0)} />
      </tbody>
    </table>
  )
}

/** Stands for the rows that are out of sight. */
function Gap({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr className={styles.gap}>
      <td colSpan={7} style={{ height }} />
    </tr>
  )
}

interface PersonRowProps {
  person: Person
  rowIndex: number
  isMe: boolean
  isChosen: boolean
  onChoose: (person: Person, isChosen: boolean) => void
  /** Null: whoever sits here may not change the list. */
  onEdit: ((person: Person) => void) | null
  onRemove: (person: Person, isMe: boolean) => void
}

function PersonRow({ person, rowIndex, isMe, isChosen, onChoose, onEdit, onRemove }: PersonRowProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  return (
    <tr aria-rowindex={rowIndex} aria-selected={isChosen} data-person={person.id}>
      {onEdit === null ? null : (
        <td className={styles.choice}>
          <Checkbox
            aria-label={t('people.choose', { name: person.name })}
            checked={isChosen}
            onChange={(wanted) => onChoose(person, wanted)}
          />
        </td>
      )}
      <th scope="row">
        {person.name}
        {isMe ? <Badge tone="accent">{t('people.me')}</Badge> : null}
      </th>
      <td>{person.department}</td>
      <td>{common(`role.${person.role}`)}</td>
      <td className="figures">{person.employeeNumber}</td>
      <td className={styles.email}>{person.email}</td>
      <td className={styles.acts}>
        {onEdit === null ? null : (
          <>
            <IconButton
              size="small"
              isOneOfMany
              icon={<Pencil />}
              label={t('people.edit', { name: person.name })}
              onClick={() => onEdit(person)}
            />
            <IconButton
              size="small"
              isOneOfMany
              icon={<Trash2 />}
              label={t('people.remove', { name: person.name })}
              onClick={() => onRemove(person, isMe)}
            />
          </>
        )}
      </td>
    </tr>
  )
}
