import type { ReportState, ReportStep } from '#contract/report-states'
import type { IconName } from '#app/components/icon-names'

export type StateTone = 'good' | 'wait' | 'bad' | 'info'

interface StateWords {
  /** On chips and in lists of the desk. */
  word: string
  tone: StateTone
  icon: IconName
  /** What a resident reads at the head of the report. */
  sentence: string
}

/** As the desk reads it; residents read the word of `residentStateWords`. */
export const reportStateWords: Record<ReportState, StateWords> = {
  submitted: { word: '待审核', tone: 'wait', icon: 'inbox', sentence: '已收到，社区正在看。' },
  need_info: { word: '待补充', tone: 'wait', icon: 'question', sentence: '社区想再问你一句，答了就能往下走。' },
  filed: { word: '已受理', tone: 'info', icon: 'flag', sentence: '已受理，正在安排由谁来办。' },
  dispatched: { word: '已交办', tone: 'info', icon: 'send', sentence: '已交给负责的单位，等他们接手。' },
  handling: { word: '办理中', tone: 'info', icon: 'tools', sentence: '负责的单位正在处理。' },
  handled: { word: '等待核查', tone: 'wait', icon: 'eye', sentence: '单位说办好了，另一位同志正去现场看。' },
  suspended: { word: '暂缓办理', tone: 'wait', icon: 'pause', sentence: '一时办不了，先缓一缓，到了日子接着办。' },
  referred: { word: '已转办', tone: 'info', icon: 'referred', sentence: '已转给管这件事的部门，有答复会写在这里。' },
  closed: { word: '已办结', tone: 'good', icon: 'done', sentence: '办好了，看看前后的样子。' },
  objection: { word: '复核中', tone: 'wait', icon: 'undo', sentence: '已收到你的异议，会换一位同志重新看。' },
  rejected: { word: '不予受理', tone: 'bad', icon: 'refused', sentence: '这一条没有受理，原因写在下面。' },
  merged: { word: '已并案', tone: 'info', icon: 'merged', sentence: '和另一条同样的上报并在一起办了。' },
  withdrawn: { word: '已撤回', tone: 'info', icon: 'undo', sentence: '你撤回了这一条。' }
}

/** The same on residents' pages: what is happening, in the words of the five steps and never in those of an office. */
export const residentStateWords: Record<ReportState, string> = {
  submitted: '已收到',
  need_info: '等你回答',
  filed: '正在安排',
  dispatched: '正在办',
  handling: '正在办',
  handled: '正在看',
  suspended: '先缓一缓',
  referred: '转给别处',
  closed: '办好了',
  objection: '再看一次',
  rejected: '没有受理',
  merged: '并在一起办',
  withdrawn: '已撤回'
}

/** Of the phone alone, before the server has it. */
export const outboxWords = {
  queued: { word: '待发送', tone: 'wait', icon: 'offline', sentence: '有网络、同创开着就会发出；关掉了，下次打开再发。' },
  needsAttention: { word: '没发出去', tone: 'bad', icon: 'alert', sentence: '照片和文字都还在，看看原因再决定。' }
} as const satisfies Record<string, StateWords>

/** The steps of a report, as its reporter follows them. */
export const reportStepWords: Record<ReportStep, string> = {
  submitted: '已收到',
  accepted: '已受理',
  handling: '正在办',
  checking: '正在看',
  closed: '办好了'
}

/** Category group code to icon; an unknown group (a city may add its own) gets `other`. */
const groupIcons: Record<string, IconName> = {
  '10': 'cleanliness',
  '20': 'poster',
  '30': 'car',
  '40': 'street',
  '50': 'conduct',
  '60': 'facilities',
  '70': 'greenery',
  '80': 'building',
  '90': 'construction',
  '99': 'other'
}

const categoryIcons: Record<string, IconName> = {
  '1001': 'bin',
  '2003': 'boxes',
  '2004': 'laundry',
  '3001': 'car',
  '3002': 'bike',
  '3003': 'bike',
  '6001': 'manhole',
  '6004': 'lamp'
}

export const iconForGroup = (groupCode: string): IconName => groupIcons[groupCode] ?? 'other'
export const iconForCategory = (category: { code: string; groupCode: string }): IconName =>
  categoryIcons[category.code] ?? iconForGroup(category.groupCode)
