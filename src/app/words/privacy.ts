import type { POLICY_VERSION } from '#contract/people'

/** The version these words are. The type makes the build fail when the contract moves on and the words have not. */
export const policyVersion: typeof POLICY_VERSION = '2026-11-01'

export const policyInBrief: readonly string[] = [
  '照片、位置和你写的话，只用来办这件事。',
  '原图只有负责的社区和单位能看；公布结果前，会有人把人脸和车牌遮住。',
  '别人看不到是谁上报的；单位看不看得到你的名字，由你定。',
  '随时可以导出你的数据，或者注销账号。'
]

export const policySections: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '我们收什么，为了什么',
    lines: [
      '登录：微信给的一个编号和你填的称呼，用来认出是你。不收身份证号，不收通讯录。',
      '上报：照片、位置、时间和你写的话，用来找到那个地方、交给该管的单位、核查办得怎么样。',
      '照片里夹带的拍摄信息（机型、坐标等）到服务器后立即抹掉。',
      '位置：只在你拍照、选点或看身边的事时读一次，不在后台跟着你。'
    ]
  },
  {
    title: '谁看得到',
    lines: [
      '原图和原话：这个网格的社区工作人员、经手的单位和核查的人。每看一次原图都有记录。',
      '你的名字：工作人员能看到；经手的单位，要你点了同意才能看到；其他人都看不到。',
      '公开的结果：只有地方，没有人。人脸、车牌由工作人员遮住以后才放出来。',
      '不卖、不换、不给广告用。'
    ]
  },
  {
    title: '留多久',
    lines: ['案件按政务档案的规定保存，到期删除或去掉和个人的关联。', '没发出去的草稿只在你的手机里，删掉就没有了。']
  },
  {
    title: '你可以做什么',
    lines: [
      '不同意也可以浏览公开的内容；只有上报、关注这类事才需要同意。',
      '在“我的”里导出关于你的全部数据，改称呼，或者注销账号。',
      '注销后，积分清零；办理中的事继续办，但不再和你有关联。',
      '不满十四周岁的孩子上报，请由监护人来操作并同意。'
    ]
  },
  {
    title: '有疑问',
    lines: ['到所在社区的服务窗口，或拨打 12345。说明有改动时，会在你下次需要同意之前再请你看一遍。']
  }
]
