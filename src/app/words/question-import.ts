import type { ImportFault } from '#contract/quizzes-exchange'
import type { DraftFault } from '#contract/quiz-states'
import { draftFaultWords } from '#app/words/question-words'

type Reason = ImportFault['reason']

const importWords: Record<Exclude<Reason, DraftFault>, string> = {
  'format-unknown': '认不出这是什么格式。用下面的模板填，或按格式说明写。',
  'head-missing': '没找到表头。第一行要写上 题型、题干、答案、解析 这些列名。',
  'column-missing': '少了这一列，补上再传。',
  'column-twice': '这一列的名字出现了两次，去掉一列。',
  'no-rows': '文件里一道题也没有。',
  'too-many-rows': '一份文件最多 2000 道题，从这一行起分到另一份里。',
  'too-many-columns': '列太多了，只留模板里的列。',
  'quote-broken': '引号没有配成对，从这里往下读不出来。',
  formula: '这里是公式。复制后用“粘贴为数值”换成文字。',
  'cell-merged': '这里是合并的单元格。取消合并，每一格各填各的。',
  'cell-unreadable': '这一格读不出来（多半是 #REF! 之类的错误），重填一次。',
  'number-format-unknown': '这一格的数字格式认不出来。把格式改成“文本”，照看到的样子重打一遍。',
  'character-unreadable': '这里有认不出的字，重新打一遍。',
  'beyond-columns': '这一行比表头还长，多出来的去掉。',
  'type-unknown': '题型只写这几种：单选、多选、判断、排序、归类、填空。',
  'pool-unknown': '用途只写 练习 或 锚题，不写就是练习。',
  'difficulty-unknown': '难度只写 1、2 或 3，不写就是 1。',
  'key-unreadable': '答案看不懂。单选写 B，多选写 A、C，判断写 对 或 错，归类写 A1 B2。',
  'option-skipped': '中间空了一个选项，往前挪，答案的字母才不会错。',
  'stem-missing': '还没写题干，补上再传。',
  'key-missing': '还没写答案，补上再传。',
  'explanation-missing': '还没写解析，居民答完要看到为什么。',
  'fact-missing': '没写知识点。补上编号，或在下面给整份文件选一个。',
  'too-many-facts': '一道题最多 8 个知识点。',
  'duplicate-stem': '和这份文件里的另一道题一样，去掉一道。',
  'matching-not-possible': '配对题这里没有，改成归类或单选。',
  'numerical-not-possible': '数值题这里没有，改成填空。',
  'essay-not-possible': '问答题这里没有，改成别的题型。',
  'description-not-possible': '只有一段话，没有答案，去掉它或补上答案。',
  'weight-not-possible': '这里不按比例给分，对的写 =，不对的写 ~。',
  'brace-open': '大括号没有配成对。',
  'answers-twice': '一道题里有两处答案，只留一处。',
  'answer-mark-missing': '答案前要有 = 或 ~。',
  'answer-line-missing': '少了 ANSWER: 这一行。',
  'line-not-understood': '这一行看不懂，删掉或按格式说明改。'
}

/** What the form says with its buttons is said here with letters and numbers. */
const inFiles: Partial<Record<DraftFault, string>> = {
  'key-not-an-option': '答案里的选项不存在，对照选项的字母改。',
  'key-of-other-type': '答案的写法和题型对不上，对照格式说明改。',
  'key-empty': '还没写答案，补上再传。',
  'bin-unknown': '答案里的类别编号不存在，只写 1 到 4。',
  'blank-missing': '题干里要有一个空（四条下划线 ____），也只要一个。',
  'fact-unknown': '没有这个知识点编号，到题库的“知识点”里找。',
  'option-without-bin': '每个选项都要写进一个类别，如 A1 B2 C1。'
}

/** What is wrong with a row of a file, and how to put it right there. */
export const importFaultWords = (reason: Reason): string =>
  reason in importWords
    ? importWords[reason as keyof typeof importWords]
    : (inFiles[reason as DraftFault] ?? draftFaultWords[reason as DraftFault].sentence)

export const importFormats = [
  {
    title: 'XLSX 表格（Excel、WPS）',
    line: '一行一道题，先下载模板。不要公式、合并的单元格和宏。'
  },
  { title: 'CSV', line: '和表格同样的列，UTF-8 或 GB18030 都认得。' },
  {
    title: 'GIFT（Moodle 的文本）',
    line: '题干{=对的 ~不对的 ~不对的####解析}，题与题之间空一行；题前一行写 // fact: 知识点编号。'
  },
  {
    title: 'Aiken（一行一项的文本）',
    line: '题干一行，选项 A. B. C. 各一行，再写 ANSWER: A、EXPLANATION: 解析、FACT: 知识点编号。'
  }
] as const
