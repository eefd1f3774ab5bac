import type { Section } from '../features/house/settings/sections.ts'
import type { ActionId } from '../lib/key-map.ts'

/** What people type where an action or a part of the settings is called something else. Nobody sees them: both languages together. */
const OF_ACTION: Partial<Record<ActionId, string>> = {
  'look.theme': 'theme dark mode night 深色 暗色 黑色 浅色 夜间 主题 外观',
  'look.language': '语言 中文 英文 english chinese 切换语言',
  'look.larger': 'text size zoom font bigger 字号 字体 放大 大字',
  'look.smaller': 'text size zoom font 字号 字体 缩小',
  'look.usual': 'text size zoom reset 字号 字体 还原',
  'help.drill': 'drill practice tutorial training 练习 教程 练键 入门',
  'help.guide': 'help manual 帮助 说明书 怎么用',
  'help.keys': 'shortcuts keyboard 快捷键 键盘',
  print: '打印 paper',
  'exports.new': 'excel csv xlsx 导出 表格',
  'listen.lag': 'lag reaction delay 提前 反应 时间点',
  'listen.nextCall': 'new call 新的一通 下一通',
  'today.walkUp': 'new session walk in 随到随坐 新的一场',
  'today.start': 'new session sit down 入座 新的一场',
  'seats.history': 'history undo restore booking 历史 撤销 恢复预约',
  'duty.record': 'trip front line evidence 下一线 履责 凭据',
  'go.findSeat': 'free seat vacancy when 空席 空闲 有没有位子 什么时候',
  'go.draws': 'lottery fair draw wishes 抽签 公平排位 志愿 摇号',
  'go.duty': 'passport one trip two listens 护照 一去两听',
  'life.raise': 'crisis suicide help emergency red key 危机 自杀 求救 报警 红键',
  'life.cases': 'crisis cases drill sealed 危机 个案 演练 封存',
  'team.waiting': 'upload outbox sync 上传 待发 同步',
}

const OF_SECTION: Record<Section, string> = {
  me: 'theme dark language text size lag who am i 主题 深色 暗色 语言 字号 身份 我是谁',
  people: 'staff import list employee number 名单 导入 工号 员工',
  room: 'seats opening hours slots 席位数 开放时间 场次长度',
  types: 'issue types time limits 时效 类型',
  life: 'crisis suicide contacts 12356 110 120 危机 自杀 联系人',
  silver: 'old elderly jargon dictionary terms plain words 银发 老人 行话 词典 术语',
  calendar: 'holidays make-up workdays 2027 节假日 调休 放假 休息日 上班日',
  masking: 'privacy personal data order numbers rules 脱敏 隐私 打码 规则 订单号',
  retention: 'retention delete old days keep privacy forget 保留 删除 到期 天数 清理',
  export: 'folder shared drive calendar feed ics 共享盘 文件夹 日历',
  team: 'hub join server postgres 中心 加入 服务器',
  keys: 'shortcuts keyboard remap 快捷键 改键',
  data: 'backup restore copy database 备份 恢复 还原 数据库',
}

export const otherWordsOfAction = (id: ActionId): string => OF_ACTION[id] ?? ''
export const otherWordsOfSection = (section: Section): string => OF_SECTION[section]
