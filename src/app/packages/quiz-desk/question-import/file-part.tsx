import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { countBadLines, needsFact } from '#app/features/question-bank/import-rules'
import { FaultList } from '#app/packages/quiz-desk/question-import/fault-list.tsx'
import type { CheckedFile, useQuestionImport } from '#app/packages/quiz-desk/question-import/use-question-import'
import { staffPaths } from '#app/platform/staff-paths'
import { FactsPart } from '#app/packages/quiz-desk/question/facts-part.tsx'
import { go } from '#app/platform/navigation'
import { wordsForError } from '#app/words/refusals'

type Importing = ReturnType<typeof useQuestionImport>

/** One file from choosing to taking in: what is wrong with it stands here before anything is taken. */
export function FilePart({ importing }: { importing: Importing }) {
  const { step, file, error, choose } = importing
  if (step === 'done' && file) return <Done file={file} onAgain={importing.startAgain} />
  if (step === 'checking')
    return (
      <Section title="正在检查">
        <Skeleton shape="rows" count={3} />
      </Section>
    )
  return (
    <View>
      {error !== undefined && (
        <View className="question-import__gap">
          <ErrorState sentence={wordsForError(error)} kept="题库没有动，一题也没有导入。" />
        </View>
      )}
      {file && step !== 'choosing' ? (
        <Checked importing={importing} file={file} />
      ) : (
        <Button word="选一个文件" icon="plus" onPress={() => void choose()} />
      )}
    </View>
  )
}

function Checked({ importing, file }: { importing: Importing; file: CheckedFile }) {
  const { step, fact, choose, setFact, take } = importing
  const isGood = file.faults.length === 0
  return (
    <Section title={file.name}>
      <Notice tone={isGood ? 'good' : 'bad'} icon={isGood ? 'done' : 'alert'}>
        {isGood
          ? `${file.rows} 道题，都没有问题。`
          : `${file.rows} 道题，${countBadLines(file.faults)} 行里有 ${file.faults.length} 处要改。改好之前，一题也不会导入。`}
      </Notice>
      {!isGood && (
        <View className="question-import__gap">
          <FaultList file={file} />
        </View>
      )}
      {(needsFact(file.faults) || fact) && <FactOfFile fact={fact} onChange={setFact} />}
      <View className="question-import__acts">
        {isGood && <Button word={`导入 ${file.rows} 道题`} isLoading={step === 'importing'} onPress={() => void take()} />}
        <Button
          word={isGood ? '换一个文件' : '改好了，再选一次'}
          icon={isGood ? undefined : 'refresh'}
          look={isGood ? 'quiet' : 'primary'}
          onPress={() => void choose()}
        />
      </View>
    </Section>
  )
}

function FactOfFile({ fact, onChange }: Pick<Importing, 'fact'> & { onChange: Importing['setFact'] }) {
  return (
    <View className="question-import__gap">
      <View className="question-import__label">没写知识点的题，都算到：</View>
      {fact ? (
        <ListGroup>
          <ListRow icon="link" title={fact.statement} end="去掉" onPress={() => onChange(undefined)} />
        </ListGroup>
      ) : (
        <FactsPart facts={[]} onChange={facts => onChange(facts[0])} />
      )}
    </View>
  )
}

function Done({ file, onAgain }: { file: CheckedFile; onAgain: () => void }) {
  return (
    <Section title="导入好了">
      <Notice tone="good" icon="done">{`${file.rows} 道题都在“待审”里，等另一位编辑看过，居民才会答到。`}</Notice>
      <View className="question-import__acts">
        <Button word="去看待审的题" onPress={() => go(staffPaths.bank, { state: 'draft' })} />
        <Button word="再导入一个文件" look="quiet" onPress={onAgain} />
      </View>
    </Section>
  )
}
