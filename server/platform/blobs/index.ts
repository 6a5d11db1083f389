export { type BlobRefusal, type Blobs, openBlobs, type StoredFile } from './blobs.ts'
export { type Blob, findBlob, recordBlob, releaseBlob } from './record.ts'
export { receiveUpload, sendBlob, type Upload, type UploadRefusal, uploadRefusals } from './upload.ts'
