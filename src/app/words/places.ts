/** Why the position did not lead to a grid, and what to do instead. */
export const locatingWords: Record<'refused' | 'unavailable' | 'outside' | 'failed', string> = {
  refused: '没有拿到位置权限，在下面选社区也一样。',
  unavailable: '这会儿定不了位，在下面选社区就好。',
  outside: '你现在不在本地的网格里，在下面选一个社区。',
  failed: '网络没连上，稍后再试，或在下面选社区。'
}
