import { Id } from '#contract/shapes'
import * as v from 'valibot'

/** Photos go up by `POST /api/files` (multipart, field `file`), never through JSON. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024
/** Tables and texts to import go the same way; they may be smaller. */
export const DOCUMENT_BYTES_MAX = 2 * 1024 * 1024
/** More than an import has; what stands further right is named, not read. */
export const DOCUMENT_COLUMNS_MAX = 60
export const FILE_PIXELS_MAX = 40_000_000
/** Long sides, in pixels, of what is kept. */
export const PHOTO_SIDE_MAX = 1600
export const THUMBNAIL_SIDE_MAX = 320

/**
 * What is kept of a picture. `photo` and `thumbnail` show everything and are for its owner and the staff in charge;
 * `glance` is blurred past recognition, for neighbours who are asked "is it this one?"; `redacted` was covered by a
 * person and may be seen by all.
 */
export const fileVariants = ['photo', 'thumbnail', 'glance', 'redacted', 'redacted-thumbnail'] as const
export type FileVariant = (typeof fileVariants)[number]

/** The answer to an upload; of a document width and height are 0. */
export const UploadedFile = v.object({ fileId: Id, width: v.number(), height: v.number() })
export type UploadedFile = v.InferOutput<typeof UploadedFile>
