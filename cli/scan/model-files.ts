import type { Confidence } from './model.ts'

export type ModelFile = { name: string; vendor?: string; evidence: string; confidence: Confidence }

type Format = {
  format: string
  vendor?: string
  /** Undefined: these bytes are not this format. */
  check(head: Buffer, size: number): { evidence: string; confidence: Confidence } | undefined
}

const zip = (head: Buffer) => head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
const pickle = (head: Buffer) => head[0] === 0x80 && (head[1] ?? 0) >= 2 && (head[1] ?? 9) <= 5
const hdf5 = (head: Buffer) => head.subarray(0, 8).toString('latin1') === '\u0089HDF\r\n\u001a\n'
const starts = (text: string) => (head: Buffer) => head.subarray(0, text.length).toString('latin1') === text

function by(
  format: string,
  test: (head: Buffer, size: number) => boolean,
  evidence: string,
  confidence: Confidence = 'high',
  vendor?: string,
): Format {
  return {
    format,
    ...(vendor === undefined ? {} : { vendor }),
    check: (head, size) => (test(head, size) ? { evidence, confidence } : undefined),
  }
}

/** safetensors: a little-endian length of its JSON header, then that header. */
const safetensors = (head: Buffer, size: number) =>
  head.length >= 9 && head.readBigUInt64LE(0) <= BigInt(size) && head[8] === 0x7b
/** Protocol buffers begin with field 1 as a small integer, in ONNX and Core ML alike. */
const smallVersion = (head: Buffer) => head[0] === 0x08 && (head[1] ?? 99) > 0 && (head[1] ?? 99) < 32

const torch: Format = {
  format: 'PyTorch',
  vendor: 'PyTorch',
  check: (head) => {
    if (zip(head)) return { evidence: 'zip archive as torch.save writes it', confidence: 'high' }
    if (pickle(head)) return { evidence: 'pickle stream as torch.save writes it', confidence: 'medium' }
    return undefined
  },
}

const libraries: readonly [string, string][] = [
  ['sklearn', 'scikit-learn'],
  ['xgboost', 'Gradient boosting'],
  ['lightgbm', 'Gradient boosting'],
  ['catboost', 'Gradient boosting'],
  ['imblearn', 'scikit-learn'],
  ['keras', 'TensorFlow'],
  ['torch', 'PyTorch'],
]

/** A pickle may hold anything; the modules it names say whether it is a model. */
function pickled(head: Buffer): { evidence: string; confidence: Confidence; vendor?: string } | undefined {
  const readable = head.toString('latin1')
  // Older pickles name a class as `c`, module, newline; newer ones as a counted string.
  const library = libraries.find(([module]) => new RegExp(`(?:[^\\w]|c)${module}[._\\n]`).test(readable))
  if (library && pickle(head)) {
    return { evidence: `pickle that names the module ${library[0]}`, confidence: 'high', vendor: library[1] }
  }
  return undefined
}

const modelName = /(?:model|classifier|regressor|estimator|clf|pipeline|weights)/i

const formats: Readonly<Record<string, Format>> = {
  '.onnx': by('ONNX', smallVersion, 'ONNX protocol buffer', 'high'),
  '.ort': by('ONNX Runtime', (head) => head.subarray(4, 8).toString('latin1') === 'ORTM', 'ORT header'),
  '.gguf': by('GGUF', starts('GGUF'), 'GGUF header'),
  '.ggml': by(
    'GGML',
    (head) => /^(?:lmgg|fmgg|tjgg|ggml|ggjt)/.test(head.subarray(0, 4).toString('latin1')),
    'GGML header',
  ),
  '.safetensors': by('safetensors', safetensors, 'safetensors header'),
  '.pt': torch,
  '.pth': torch,
  '.ckpt': { ...torch, format: 'checkpoint' },
  '.tflite': by(
    'TensorFlow Lite',
    (head) => head.subarray(4, 8).toString('latin1') === 'TFL3',
    'TFL3 header',
    'high',
    'TensorFlow',
  ),
  '.keras': by('Keras', (head) => zip(head) || hdf5(head), 'Keras archive', 'high', 'TensorFlow'),
  '.h5': {
    format: 'HDF5',
    check: (head) => {
      if (!hdf5(head)) return undefined
      const keras = /keras_version|model_config|model_weights/.test(head.toString('latin1'))
      return { evidence: keras ? 'HDF5 file with Keras attributes' : 'HDF5 file', confidence: keras ? 'high' : 'low' }
    },
  },
  '.mlmodel': by('Core ML', smallVersion, 'Core ML protocol buffer'),
  '.cbm': by('CatBoost', starts('CBM1'), 'CBM1 header', 'high', 'Gradient boosting'),
  '.ubj': by(
    'XGBoost',
    (head) => head[0] === 0x7b && head.includes('learner'),
    'UBJSON with an XGBoost learner',
    'high',
    'Gradient boosting',
  ),
  '.pmml': by('PMML', (head) => head.includes('<PMML'), 'PMML document'),
  '.pdmodel': by('PaddlePaddle', (head) => head.length > 0, 'PaddlePaddle program', 'medium'),
  '.pdparams': by('PaddlePaddle', (head) => pickle(head) || zip(head), 'PaddlePaddle parameters', 'medium'),
  '.caffemodel': by('Caffe', (head) => head[0] === 0x0a, 'Caffe network', 'medium'),
  '.nemo': by(
    'NVIDIA NeMo',
    (head) => head.subarray(257, 262).toString('latin1') === 'ustar',
    'NeMo archive',
    'high',
    'NVIDIA',
  ),
  '.hdf5': by('HDF5', hdf5, 'HDF5 file', 'low'),
}

const pickles = new Set(['.pkl', '.pickle', '.joblib', '.sav', '.skops', '.dill'])
const named: Readonly<Record<string, Format>> = {
  'saved_model.pb': by(
    'TensorFlow SavedModel',
    (head) => head[0] === 0x08 || head[0] === 0x12,
    'SavedModel protocol buffer',
    'high',
    'TensorFlow',
  ),
  'frozen_inference_graph.pb': by('TensorFlow graph', (head) => head[0] === 0x0a, 'frozen graph', 'high', 'TensorFlow'),
  'pytorch_model.bin': torch,
  'adapter_model.bin': torch,
}

export const modelExtensions: ReadonlySet<string> = new Set([...Object.keys(formats), ...pickles])

export function isModelName(base: string, extension: string): boolean {
  return modelExtensions.has(extension) || base in named || /^pytorch_model-\d+-of-\d+\.bin$/.test(base)
}

/**
 * Judges a file by its name and first bytes.
 * @param head the first 64 KiB, or less
 * @returns undefined when the bytes are not what the name promises
 */
export function readModel(base: string, extension: string, head: Buffer, size: number): ModelFile | undefined {
  const pointer = lfsPointer(head)
  if (pointer !== undefined) {
    if (extension === '.h5' || extension === '.hdf5' || pickles.has(extension)) return undefined
    return { name: base, evidence: `Git LFS pointer to ${sized(pointer)}`, confidence: 'medium' }
  }
  if (pickles.has(extension)) {
    const found = pickled(head)
    if (found) return { name: base, ...found, evidence: `${found.evidence}, ${sized(size)}` }
    const opaque = extension === '.joblib' || extension === '.skops' || (pickle(head) && modelName.test(base))
    if (!opaque || head.length === 0 || !/[^\x20-\x7e\s]/.test(head.toString('latin1'))) return undefined
    return { name: base, evidence: `serialised Python object, ${sized(size)}`, confidence: 'low' }
  }
  const format = named[base] ?? formats[extension] ?? (extension === '.bin' ? torch : undefined)
  const found = format?.check(head, size)
  if (!format || !found) return undefined
  return {
    name: base,
    ...(format.vendor === undefined ? {} : { vendor: format.vendor }),
    evidence: `${found.evidence}, ${sized(size)}`,
    confidence: found.confidence,
  }
}

function lfsPointer(head: Buffer): number | undefined {
  const text = head.subarray(0, 400).toString('latin1')
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return undefined
  return Number(/^size (\d+)/m.exec(text)?.[1] ?? 0)
}

function sized(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
