import { backCloses } from '#app/platform/back-closes'
function control(label: string, className: string, icon: string, act: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `preview__control ${className}`
  button.setAttribute('aria-label', label)
  button.addEventListener('click', act)
  // The icon classes of components/icon.scss; this is plain DOM, outside React.
  const drawing = button.appendChild(document.createElement('span'))
  drawing.className = `icon icon--${icon} preview__icon`
  return button
}

/** Taro's own preview needs its swiper and cannot be used by keyboard; a native dialog can. */
export function previewInBrowser(addresses: readonly string[], start: number) {
  const dialog = document.createElement('dialog')
  dialog.className = 'preview'
  dialog.setAttribute('aria-label', '查看照片')
  const picture = document.createElement('img')
  picture.className = 'preview__picture'
  let index = start
  const show = (next: number) => {
    index = (next + addresses.length) % addresses.length
    picture.src = addresses[index] ?? ''
    picture.alt = `第 ${index + 1} 张，共 ${addresses.length} 张`
  }
  const controls = [control('关闭', 'preview__control--close', 'close', () => dialog.close())]
  if (addresses.length > 1) {
    controls.push(control('上一张', 'preview__control--back', 'back', () => show(index - 1)))
    controls.push(control('下一张', 'preview__control--forward', 'forward', () => show(index + 1)))
  }
  dialog.append(picture, ...controls)
  dialog.addEventListener('click', event => event.target === dialog && dialog.close())
  const closed = backCloses(() => dialog.close())
  dialog.addEventListener('close', () => {
    closed()
    dialog.remove()
  })
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft') show(index - 1)
    if (event.key === 'ArrowRight') show(index + 1)
  })
  show(start)
  document.body.append(dialog)
  dialog.showModal()
}
