import type { FileReport } from './candidate.ts'
import { type SourceText, stringAt } from './source-text.ts'

type Loader = { call: RegExp; vendor?: string; needs: RegExp; prefix?: string }

const loaders: readonly Loader[] = [
  { call: /(?<![\w.])(?:datasets\.)?load_dataset\s*\(\s*(?=['"])/g, vendor: 'Hugging Face', needs: /^datasets\b/ },
  {
    call: /(?<![\w.])(?:tfds|tensorflow_datasets)\.load\s*\(\s*(?:name\s*=\s*)?(?=['"])/g,
    vendor: 'TensorFlow',
    needs: /^tensorflow_datasets\b/,
  },
  { call: /\bfetch_openml\s*\(\s*(?:name\s*=\s*)?(?=['"])/g, vendor: 'OpenML', needs: /^sklearn\b/ },
]
const namedLoaders: readonly { call: RegExp; vendor: string; needs: RegExp }[] = [
  {
    call: /(?<![\w.])(?:datasets\.)?(load_(?:iris|digits|wine|breast_cancer|diabetes)|fetch_(?:california_housing|20newsgroups|covtype|lfw_people|kddcup99))\s*\(/g,
    vendor: 'scikit-learn',
    needs: /^sklearn\.datasets\b/,
  },
  { call: /(?<![\w])(?:torchvision\.)?datasets\.([A-Z]\w+)\s*\(/g, vendor: 'PyTorch', needs: /^torchvision\b/ },
  {
    call: /(?<![\w])(?:keras\.)?datasets\.(\w+)\.load_data\s*\(/g,
    vendor: 'TensorFlow',
    needs: /^(?:keras|tensorflow)\b/,
  },
]
const fileLoader =
  /(?:\b(?:pd|pandas|pl|polars|dd|np|numpy)\.|(?<![\w.]))(?:read_csv|read_parquet|read_json|read_feather|read_table|scan_csv|scan_parquet|loadtxt|genfromtxt)\s*\(\s*(?:Path\s*\(\s*)?[rf]?(?=['"])/g

/**
 * Data that the code loads to train or evaluate on.
 * @param imported dotted modules with their imported symbols
 */
export function reportDatasets(text: SourceText, imported: readonly string[], report: FileReport): void {
  const uses = (needs: RegExp) => imported.some((module) => needs.test(module))
  for (const { call, vendor, needs } of loaders) {
    if (!uses(needs)) continue
    for (const match of text.code.matchAll(call)) {
      const name = stringAt(text, match.index + match[0].length + 1)
      if (name) report.add({ kind: 'dataset', vendor, name, position: match.index, confidence: 'high' })
    }
  }
  for (const { call, vendor, needs } of namedLoaders) {
    if (!uses(needs)) continue
    for (const match of text.code.matchAll(call)) {
      if (match[1]) report.add({ kind: 'dataset', vendor, name: match[1], position: match.index, confidence: 'medium' })
    }
  }
  // A table is a training set only beside training: reading a CSV is ordinary work otherwise.
  if (!report.has((finding) => finding.kind === 'fine-tuning')) return
  for (const match of text.code.matchAll(fileLoader)) {
    const name = stringAt(text, match.index + match[0].length + 1)
    if (name) report.add({ kind: 'dataset', name, position: match.index, confidence: 'medium' })
  }
}
