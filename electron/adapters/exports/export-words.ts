import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Priority, TicketState } from '../../../shared/contract/tickets/tickets.ts'

/** The heading language of a file. */
export type FileLanguage = 'zh' | 'en'

/**
 * The words of an export. Here and not in resources/locales: other departments' macros and our own receipt reader find
 * columns by these words, so they change like a file format changes, not like a label on a screen.
 */
export const exportWords = {
  zh: {
    sheet: '工单',
    title: '听线工单',
    count: (count: number) => `${count} 件`,
    colon: '：',
    none: '—',
    shortened: '……（过长，已截断，全文见听线台）',
    call: (number: number) => `第 ${number} 通`,
    callBetween: '、',
    columns: {
      number: '编号',
      title: '标题',
      issueType: '问题类型',
      priority: '优先级',
      state: '状态',
      department: '责任部门',
      owner: '责任人',
      openedAt: '提出时间',
      dueAt: '处理时限',
      answerBy: '首次响应截止',
      pausedAt: '停表自',
      voice: '原声',
      view: '判断',
      calls: '通话编号',
      references: '来电参考',
      closedAt: '关闭时间',
      remark: '备注',
    },
    priorities: { 1: 'P1 紧急', 2: 'P2 高', 3: 'P3 普通', 4: 'P4 低' } satisfies Record<Priority, string>,
    states: {
      unclaimed: '待认领',
      in_progress: '处理中',
      awaiting_information: '待补充',
      awaiting_third_party: '待第三方',
      resolved: '已解决',
      called_back: '已回访',
      closed: '已关闭',
      rejected: '已驳回',
    } satisfies Record<TicketState, string>,
    kinds: { voice: '原声', view: '判断', praise: '表扬', risk: '风险' } satisfies Record<NoteKind, string>,
    notInList: '请从列表中选择',
  },
  en: {
    sheet: 'Tickets',
    title: 'Listen-in tickets',
    count: (count: number) => `${count} ${count === 1 ? 'ticket' : 'tickets'}`,
    colon: ': ',
    none: '—',
    shortened: '… (too long, shortened; all of it is in Earshot)',
    call: (number: number) => `Call ${number}`,
    callBetween: ', ',
    columns: {
      number: 'Number',
      title: 'Title',
      issueType: 'Issue type',
      priority: 'Priority',
      state: 'Status',
      department: 'Department',
      owner: 'Owner',
      openedAt: 'Opened',
      dueAt: 'Resolve by',
      answerBy: 'First answer by',
      pausedAt: 'Clock paused since',
      voice: 'Voice',
      view: 'Judgement',
      calls: 'Call',
      references: 'Call reference',
      closedAt: 'Closed',
      remark: 'Remark',
    },
    priorities: { 1: 'P1 Urgent', 2: 'P2 High', 3: 'P3 Normal', 4: 'P4 Low' } satisfies Record<Priority, string>,
    states: {
      unclaimed: 'Unclaimed',
      in_progress: 'In progress',
      awaiting_information: 'Awaiting information',
      awaiting_third_party: 'Awaiting third party',
      resolved: 'Resolved',
      called_back: 'Called back',
      closed: 'Closed',
      rejected: 'Rejected',
    } satisfies Record<TicketState, string>,
    kinds: { voice: 'Voice', view: 'Judgement', praise: 'Praise', risk: 'Risk' } satisfies Record<NoteKind, string>,
    notInList: 'Please choose from the list',
  },
} as const

export type ColumnKey = keyof (typeof exportWords)['zh']['columns']
