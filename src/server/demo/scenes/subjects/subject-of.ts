import type { Subject } from '#server/demo/scenes/subjects/subject'
import { alongStreet } from '#server/demo/scenes/views/along-street'
export const subjectOf = (_code: string): Subject => ({ view: alongStreet({ kerbAt: 2, groundFloor: 'shops' }), draw: () => '' })
