export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
export { fromBase64, sameBytes, toBase64, toHex } from './bytes.ts'
export { canonicalJson, leafBytes } from './canonical-json.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export { addCosignatures, cosign } from './cosign.ts'
export { decodeEntryBundle, encodeEntryBundle, MAX_LEAF_BYTES } from './entry-bundle.ts'
export { LedgerError, type LedgerErrorKind } from './errors.ts'
export {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  parseFrontier,
  serializeFrontier,
} from './frontier.ts'
export { emptyRoot, leafHash, nodeHash } from './merkle-hash.ts'
export { consistencyProof, inclusionProof, rootOf } from './merkle-tree.ts'
export { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './merkle-verify.ts'
export type { NoteSignature } from './note.ts'
export { generateSigner, type Signer, signerFromString, type Verifier, verifierFromString } from './note-keys.ts'
export { type OpenedNote, openNote, type VerifiedSignature } from './open-note.ts'
export { type ColumnValue, MIN_SALT_BYTES, personalDigest, rowDigest } from './row-digest.ts'
export { signNote } from './sign-note.ts'
export type { KeyKind } from './signature-scheme.ts'
export { encodeTile, type TileLevel, tileHashes, tilesOf } from './tile.ts'
export { tilesAfterAppending, type WrittenTile } from './tile-growth.ts'
export { decodeTileIndex, encodeTileIndex, parseTilePath, TILE_WIDTH, type TileAddress, tilePath } from './tile-path.ts'
export { consistencyProofFromTiles, inclusionProofFromTiles, rootFromTiles } from './tile-proofs.ts'
export type { TileReader } from './tile-reader.ts'
export { formatTlogProof, parseTlogProof, type TlogProof, type TlogProofPolicy, verifyTlogProof } from './tlog-proof.ts'
export { judgeAddCheckpoint, type WatchedLog, type WitnessAnswer } from './witness.ts'
