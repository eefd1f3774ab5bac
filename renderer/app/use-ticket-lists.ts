import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Command } from '../features/search/find-rows.ts'
import { addressOf, firstView, priorities, stateGroups, type TicketView } from '../features/tickets/ticket-view.ts'
import { issueTypes } from '../lib/common-queries.ts'
import { currentLanguage } from '../lib/i18n.ts'

/** The tickets of a state, an urgency or an issue type, each a list that is found by what it is called: «已了结», «P1», «优惠券». */
export function useTicketLists(): Command[] {
  const { t } = useTranslation(['tickets', 'find'])
  const navigate = useNavigate()
  const types = useQuery(issueTypes).data
  return useMemo(() => {
    const isZh = currentLanguage() === 'zh'
    const elsewhere = i18next.getFixedT(isZh ? 'en' : 'zh', 'tickets')
    const list = (id: string, what: string, otherWords: string, view: Partial<TicketView>): Command => ({
      ...{ id: `tickets-${id}`, name: t('find:row.tickets', { what }), otherWords: `${what} ${otherWords}` },
      ...{ page: null, chord: null },
      run: () => void navigate({ pathname: '/tickets', search: addressOf({ ...firstView, ...view }).toString() }),
    })
    return [
      ...stateGroups.map((state) => list(state, t(`group.${state}`), elsewhere(`group.${state}`), { state })),
      ...priorities.map((priority) =>
        list(`p${priority}`, t(`priority.${priority}`), elsewhere(`priority.${priority}`), { priorities: [priority] }),
      ),
      ...(types ?? []).map(({ id, nameZh, nameEn }) =>
        list(id, isZh ? nameZh : nameEn, isZh ? nameEn : nameZh, { issueTypeId: id, state: 'all' }),
      ),
    ]
  }, [navigate, t, types])
}
