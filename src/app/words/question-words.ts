import type { QuestionCard } from '#contract/quiz-shapes'
import type { DraftFault, QuestionPool, QuestionState } from '#contract/quiz-states'
import type { IconName } from '#app/components/icon-names'

interface Words {
  word: string
  tone: 'good' | 'wait' | 'bad' | 'info'
  icon: IconName
  /** What it means for those who practise, and what comes next. */
  line: string
}

export const questionStateWords: Record<QuestionState, Words> = {
  draft: { word: '待审', tone: 'wait', icon: 'inbox', line: '还没有人会答到它，等另一位编辑看过。' },
  reviewed: { word: '已审', tone: 'info', icon: 'check', line: '看过了，启用后居民就会答到。' },
  active: { word: '在用', tone: 'good', icon: 'done', line: '居民正在答。' },
  suspended: { word: '停用', tone: 'bad', icon: 'pause', line: '先不问了，恢复后接着问。' },
  retired: { word: '不再用', tone: 'info', icon: 'lock', line: '不会再问，答过的记录都在。' }
}

/** A draft that its author is to change first. */
export const returnedWords: Words = { word: '退回', tone: 'bad', icon: 'undo', line: '还没有人会答到它，等写的人改好再审。' }

export const standingWords = ({ state, returned }: Pick<QuestionCard, 'state' | 'returned'>): Words =>
  returned ? returnedWords : questionStateWords[state]

export const poolWords: Record<QuestionPool, { word: string; line: string }> = {
  practice: { word: '练习题', line: '每日一练、专题、挑战都会用到。' },
  anchor: { word: '锚题', line: '只用来调查知晓率，练习里不出现；只能是单选。' }
}

export const difficultyWords: Record<number, string> = { 1: '人人该知道', 2: '要想一想', 3: '有点难' }

/** Where in the form a fault is put right. */
export type FormPlace = 'facts' | 'stem' | 'options' | 'bins' | 'fill' | 'pool' | 'explanation'

export const formPlaceWords: Record<FormPlace, string> = {
  facts: '知识点',
  stem: '题干',
  options: '选项',
  bins: '格子',
  fill: '答案',
  pool: '用在哪里',
  explanation: '解释'
}

interface FaultWords {
  place: FormPlace
  sentence: string
}

const form = (place: FormPlace, sentence: string): FaultWords => ({ place, sentence })
const otherType = '换过题型，答案要重新标一次。'

/** What is wrong with a question and how to put it right. */
export const draftFaultWords: Record<DraftFault, FaultWords> = {
  'too-few-options': form('options', '选项太少：单选、多选、排序至少 3 个，归类至少 4 个。'),
  'too-many-options': form('options', '选项太多：单选最多 4 个，多选、排序最多 5 个，归类最多 9 个。'),
  'option-twice': form('options', '有两个选项说的是一回事，改掉一个。'),
  'option-length': form('options', '每个选项写 1 到 40 个字。'),
  'options-not-wanted': form('options', '填空题不要选项。'),
  'key-of-other-type': form('options', otherType),
  'key-empty': form('options', '还没有标出哪个对。'),
  'key-twice': form('options', '同一个答案写了两次，去掉一个。'),
  'key-not-an-option': form('options', otherType),
  'key-more-than-one': form('options', '单选只能有一个对的。'),
  'key-too-few': form('options', '多选至少要有两个对的，只有一个就用单选。'),
  'no-wrong-option': form('options', '全都对就不用选了，至少留一个不对的。'),
  'order-incomplete': form('options', '每一项都要排进去。'),
  'too-few-bins': form('bins', '至少要两个格子。'),
  'too-many-bins': form('bins', '最多四个格子，手机上放得下。'),
  'bin-twice': form('bins', '每个格子写上名字，不要重样。'),
  'bin-empty': form('bins', '有个格子里什么也没放：放一项进去，或去掉它。'),
  'bin-unknown': form('bins', otherType),
  'option-without-bin': form('options', '每一项都要说放进哪一格。'),
  'bins-not-wanted': form('bins', '只有归类题才有格子。'),
  'blank-missing': form('stem', '题干里要有一个空，也只要一个：点“插入空格”。'),
  'fill-too-long': form('fill', '答案最多 12 个字，长的换成单选。'),
  'fill-not-plain': form('fill', '答案里不要空格和标点，数字用半角。'),
  'stem-length': form('stem', '题干写 6 到 80 个字，手机上四行以内。'),
  'explanation-length': form('explanation', '解释写 20 到 200 个字。'),
  'explanation-repeats-stem': form('explanation', '解释只重复了题干，说说为什么。'),
  'source-missing': form('explanation', '解释里写明出处，如：《道路交通安全法》第四十七条。'),
  'forbidden-phrase': form('options', '不写“以上都对”“下列说法正确的是”：选项次序会打乱，问法要说清问什么。'),
  'anchor-not-single': form('pool', '锚题只能是单选：电话里也要能问。'),
  'fact-twice': form('facts', '同一个知识点选了两次。'),
  'fact-unknown': form('facts', '选一个知识点，题目才有出处。'),
  'place-not-named': form('facts', '这是地方的规定，题干里要写明是哪里。'),
  'stem-known': form('stem', '题库里已经有一道同样的题，换个问法。'),
  'pool-fixed': form('pool', '问过的题不能在练习题和锚题之间换，另写一道。')
}

/** A fill-in question has its answers where others have options. */
export function faultWords(fault: string, isFill: boolean): FaultWords {
  const known = (draftFaultWords as Partial<Record<string, FaultWords>>)[fault]
  if (!known) return form('stem', '还有一处不对，对照着再看一遍。')
  if (isFill && (fault === 'key-empty' || fault === 'key-twice')) {
    return form('fill', fault === 'key-empty' ? '写上至少一个算对的答案。' : known.sentence)
  }
  return known
}
