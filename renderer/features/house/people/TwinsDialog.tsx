import { useQuery } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { fullDateName } from '../../../lib/formats.ts'
import { personLabel } from '../../../lib/people-options.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import styles from './MergeDialog.module.css'
import { takeApart } from './merges.actions.ts'
import { standingMerges, twinsOf } from './merges.queries.ts'

/** More pairs than anybody compares at once. */
const MOST_SHOWN = 100

interface TwinsDialogProps {
  people: readonly Person[]
  onCompare: (records: [Person, Person]) => void
  onClose: () => void
}

/** Who may stand on the list twice, and whose records were merged already and can be taken apart. */
export function TwinsDialog({ people, onCompare, onClose }: TwinsDialogProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const twins = twinsOf(people)
  const merges = useQuery(standingMerges).data ?? []
  return (
    <Dialog isOpen onClose={onClose} title={t('twins.title')} width={640}>
      <div className="stack">
        {twins.length === 0 ? (
          <EmptyState icon={<UsersRound />} title={t('twins.none')} hint={t('twins.noneHint')} />
        ) : (
          <ScrollBox label={t('twins.title')} height={280}>
            <ul>
              {twins.slice(0, MOST_SHOWN).map(({ one, other, by }) => (
                <li key={`${one.id} ${other.id}`} className="list-row">
                  <div>
                    <p className="ellipsis">{personLabel(one)}</p>
                    <p className="ellipsis">{personLabel(other)}</p>
                  </div>
                  <Badge>{t(`twins.by.${by}`)}</Badge>
                  <Button size="small" onClick={() => onCompare([one, other])}>
                    {t('twins.compare')}
                  </Button>
                </li>
              ))}
            </ul>
          </ScrollBox>
        )}
        {merges.length === 0 ? null : (
          <section>
            <h3 className={styles.heading}>{t('twins.merged')}</h3>
            <ScrollBox label={t('twins.merged')} height={180}>
              <ul>
                {merges.map((merge) => (
                  <li key={merge.id} className="list-row">
                    <div>
                      <p className="ellipsis">
                        {t('twins.into', {
                          gone: [merge.goneName, merge.goneNumber ?? ''].join(' ').trim(),
                          kept: merge.keptName,
                        })}
                      </p>
                      <p className="ellipsis">
                        {t('twins.when', {
                          date: fullDateName(merge.date, place.language),
                          name: merge.byName ?? '–',
                        })}
                      </p>
                    </div>
                    <Button size="small" tone="quiet" onClick={() => void takeApart(merge)}>
                      {t('twins.apart')}
                    </Button>
                  </li>
                ))}
              </ul>
            </ScrollBox>
          </section>
        )}
      </div>
    </Dialog>
  )
}
