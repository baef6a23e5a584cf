import { useState } from 'react'
import { AreaMap } from '#app/components/area-map.tsx'
import { BeforeAfter } from '#app/components/before-after.tsx'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PhotoGrid } from '#app/components/photo-grid.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { Rating } from '#app/components/rating.tsx'
import { Screen } from '#app/components/screen.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'

export default function Page() {
  const [text, setText] = useState('')
  const [star, setStar] = useState(3)
  const [open, setOpen] = useState(false)
  const [ask, setAsk] = useState(false)
  const [seg, setSeg] = useState<'a' | 'b'>('a')
  const photo = { url: '/p1.jpg', thumbnailUrl: '/p1.jpg' }
  return (
    <Screen title="零件" tab="/pages/home/index" footer={<Button word="拍一张" icon="camera" onPress={() => setOpen(true)} />}>
      <Section title="按钮" action={{ word: '全部', onPress: () => setAsk(true) }}>
        <Button word="安静的" look="quiet" onPress={() => setAsk(true)} keyWord="A" />
        <Button word="危险的" look="danger" onPress={() => undefined} />
        <Button word="正在发送" isLoading onPress={() => undefined} />
      </Section>
      <Section title="状态">
        <StateChip tone="good" word="已结案" /> <StateChip tone="wait" word="待审核" /> <StateChip tone="bad" word="超期" />
        <StateChip tone="info" word="处置中" icon="tools" />
      </Section>
      <Card>
        <ProgressSteps words={['已提交', '已受理', '处置中', '核查中', '已办结']} current={2} />
        <ProgressSteps words={['已提交', '已受理', '处置中', '核查中', '已办结']} current={2} isCompact />
      </Card>
      <Section title="照片">
        <BeforeAfter before={photo} after={photo} label="和平路" />
        <PhotoGrid photos={[photo, { ...photo, thumbnailUrl: '/none.jpg' }]} label="处理前" onAdd={() => undefined} onRemove={() => undefined} />
      </Section>
      <Section title="列表">
        <ListGroup>
          <ListRow title="我的上报" icon="flag" line="3 件在办" onPress={() => undefined} />
          <ListRow title="长辈版" icon="textsize" role="switch" isSelected end={<SwitchMark isOn />} onPress={() => undefined} />
          <ListRow title="积分" icon="points" end="25" />
        </ListGroup>
      </Section>
      <Section title="字">
        <SearchField value={text} onChange={setText} label="搜类别" placeholder="比如：垃圾、laji" />
        <TextField value={text} onChange={setText} label="名字" fault={text ? '太短了' : undefined} />
        <TextArea value={text} onChange={setText} label="说两句" lengthMax={50} placeholder="可以不写" />
        <Segmented label="看哪些" value={seg} onChange={setSeg} options={[{ value: 'a', word: '在办', count: 3 }, { value: 'b', word: '办结' }]} />
        <Rating label="满意吗" value={star} onChange={setStar} />
        <Rating label="满意" value={4} />
      </Section>
      <Notice tone="wait" icon="offline">2 条待发送，网络一恢复就自动发出。</Notice>
      <Skeleton shape="card" />
      <Skeleton shape="rows" />
      <Skeleton shape="buttons" />
      <EmptyState scene="bench" sentence="还没有上报" line="看到什么不顺眼，拍一张就行。" action={{ word: '去拍一张', onPress: () => undefined }} />
      <ErrorState sentence="网络没连上。" kept="照片都还在" action={{ word: '再试一次', onPress: () => undefined }} />
      <AreaMap
        label="网格地图"
        height="260px"
        centre={{ longitude: 114.1, latitude: 30.6 }}
        isPicker
        polygons={[{ areaId: 'g', name: '和平一网格', geometry: { type: 'Polygon', coordinates: [[[114.097, 30.598], [114.103, 30.598], [114.103, 30.602], [114.097, 30.602], [114.097, 30.598]]] } }]}
        pins={[{ id: 'p', point: { longitude: 114.101, latitude: 30.6005 }, tone: 'bad', label: '2611-0421 超期' }]}
      />
      <BottomSheet isOpen={open} onClose={() => setOpen(false)} title="选一类">
        内容
      </BottomSheet>
      <ConfirmDialog isOpen={ask} title="撤回这一条？" sentence="撤回后社区不会再处理。" confirmWord="撤回" isDanger onConfirm={() => setAsk(false)} onClose={() => setAsk(false)} />
    </Screen>
  )
}
