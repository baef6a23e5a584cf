import { useState } from 'react'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { call } from '#app/platform/call-operation'
import { go } from '#app/platform/navigation'
import { saveDocument } from '#app/platform/save-document'
import { forgetSession } from '#app/platform/session'
import { toast } from '#app/platform/toast'
import { usePolite } from '#app/platform/use-polite'
import { wordsForError } from '#app/words/refusals'

async function exportMyData() {
  const { exportedAt, document } = await call.people.exportMyData({})
  await saveDocument(`tongchuang-${exportedAt.slice(0, 10)}.json`, JSON.stringify(document, null, 2))
}

async function deleteMyAccount() {
  await call.people.deleteMyAccount({ confirmation: 'delete' })
  forgetSession()
  toast('账号已注销。谢谢你来过。')
}

/** What goes with the account, all of it, and how to keep a copy. */
const LOST =
  '积分会清零，不能找回。没领的礼品和报了名的活动会取消，服务时长查不到了，也开不出新的证明。你上报过的问题会继续办，但不再和你有关联。想留一份，先点“先不了”，再点“导出我的数据”。'

/** What the law gives everybody: to read the policy, to take the data along, to go. */
export function MyData() {
  const polite = usePolite()
  const [isAsking, setIsAsking] = useState(false)
  const [busy, setBusy] = useState<'export' | 'delete' | undefined>(undefined)
  const run = async (what: 'export' | 'delete', act: () => Promise<void>) => {
    setBusy(what)
    try {
      await act()
    } catch (error) {
      toast(wordsForError(error))
    } finally {
      setBusy(undefined)
      setIsAsking(false)
    }
  }
  return (
    <Section title="你的信息归你">
      <ListGroup>
        <ListRow icon="shield" title="隐私与同意" line="收什么、给谁看、留多久" onPress={() => go('/pages/privacy/index')} />
        <ListRow
          icon="download"
          title="导出我的数据"
          line={busy === 'export' ? '正在整理，请稍等' : polite('一个文件，里面是关于你的全部')}
          onPress={() => busy === undefined && void run('export', exportMyData)}
        />
        <ListRow icon="signout" title="注销账号" tone="bad" onPress={() => setIsAsking(true)} />
      </ListGroup>
      <ConfirmDialog
        isOpen={isAsking}
        title="注销这个账号？"
        sentence={LOST}
        confirmWord="注销"
        isDanger
        isLoading={busy === 'delete'}
        onConfirm={() => void run('delete', deleteMyAccount)}
        onClose={() => setIsAsking(false)}
      />
    </Section>
  )
}
