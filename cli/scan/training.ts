import type { FileReport } from './candidate.ts'

/** A call that trains or tunes a model. `needs`: one of these modules or packages must be imported by the same file. */
type TrainingCall = {
  name: string
  vendor: string
  call: RegExp
  needs?: RegExp
  /** Must stand in the same file: a gradient alone is no training, only a step along it is. */
  also?: RegExp
}

const huggingFace = /^(?:transformers|trl|peft|setfit|sentence_transformers|unsloth|adapters|optimum)\b/

/** Calls of fine-tuning services and training libraries, matched against code without comments. */
export const trainingCalls: readonly TrainingCall[] = [
  { name: 'fine_tuning.jobs.create', vendor: 'OpenAI', call: /\bfine_tuning\s*\.\s*jobs\s*\.\s*create\s*\(/g },
  { name: 'fineTuning.jobs.create', vendor: 'OpenAI', call: /\bfineTuning\s*\.\s*jobs\s*\.\s*create\s*\(/g },
  { name: 'openai.FineTune', vendor: 'OpenAI', call: /\bopenai\s*\.\s*FineTun(?:e|ingJob)\s*\.\s*create\s*\(/g },
  { name: 'createFineTune', vendor: 'OpenAI', call: /\bcreateFineTune\s*\(/g, needs: /^openai$/ },
  {
    name: 'fine_tuning.create',
    vendor: 'Together AI',
    call: /\bfine_tuning\s*\.\s*create\s*\(/g,
    needs: /^together\b/,
  },
  { name: 'finetuning.create_finetuned_model', vendor: 'Cohere', call: /\bcreate_?[fF]ine_?[tT]uned_?[mM]odel\s*\(/g },
  { name: 'create_model_customization_job', vendor: 'AWS Bedrock', call: /\bcreate_model_customization_job\s*\(/g },
  {
    name: 'CreateModelCustomizationJobCommand',
    vendor: 'AWS Bedrock',
    call: /\bnew\s+CreateModelCustomizationJobCommand\s*\(/g,
  },
  {
    name: 'sagemaker training job',
    vendor: 'AWS AI services',
    call: /\bcreate_training_job\s*\(|\bnew\s+CreateTrainingJobCommand\s*\(/g,
  },
  { name: 'sft.train', vendor: 'Google Vertex AI', call: /\bsft\s*\.\s*train\s*\(/g, needs: /^vertexai\b/ },
  { name: 'tune_model', vendor: 'Google Vertex AI', call: /\.\s*tune_model\s*\(/g, needs: /^vertexai\b/ },
  { name: 'tunings.tune', vendor: 'Google Gemini', call: /\btunings\s*\.\s*tune\s*\(/g },
  { name: 'create_tuned_model', vendor: 'Google Gemini', call: /\bcreate_tuned_model\s*\(/g },
  { name: 'SFTTrainer', vendor: 'Hugging Face', call: /\bSFTTrainer\s*\(/g, needs: huggingFace },
  {
    name: 'DPOTrainer',
    vendor: 'Hugging Face',
    call: /\b(?:DPO|PPO|ORPO|KTO|GRPO|Reward|CPO|RLOO)Trainer\s*\(/g,
    needs: huggingFace,
  },
  {
    name: 'Trainer',
    vendor: 'Hugging Face',
    call: /(?<![\w.])(?:Seq2Seq|SentenceTransformer|SetFit)?Trainer\s*\(/g,
    needs: huggingFace,
  },
  { name: 'LoraConfig', vendor: 'Hugging Face', call: /\bLoraConfig\s*\(/g, needs: huggingFace },
  { name: 'get_peft_model', vendor: 'Hugging Face', call: /\bget_peft_model\s*\(/g, needs: huggingFace },
  {
    name: 'torch training loop',
    vendor: 'PyTorch',
    call: /\.\s*backward\s*\(\s*\)/g,
    needs: /^torch\b/,
    also: /\.\s*step\s*\(/,
  },
  {
    name: 'Lightning Trainer.fit',
    vendor: 'PyTorch',
    call: /\.\s*fit\s*\(/g,
    needs: /^(?:pytorch_lightning|lightning)\b/,
  },
  { name: 'keras fit', vendor: 'TensorFlow', call: /\.\s*fit(?:_generator)?\s*\(/g, needs: /^(?:tensorflow|keras)\b/ },
  { name: 'tfjs fit', vendor: 'TensorFlow', call: /\.\s*(?:fit|fitDataset)\s*\(/g, needs: /^@tensorflow\/tfjs/ },
  {
    name: 'xgboost train',
    vendor: 'Gradient boosting',
    call: /\b(?:xgb|xgboost)\s*\.\s*train\s*\(|\.\s*fit\s*\(/g,
    needs: /^xgboost\b/,
  },
  {
    name: 'lightgbm train',
    vendor: 'Gradient boosting',
    call: /\b(?:lgb|lightgbm)\s*\.\s*train\s*\(|\.\s*fit\s*\(/g,
    needs: /^lightgbm\b/,
  },
  { name: 'catboost fit', vendor: 'Gradient boosting', call: /\.\s*fit\s*\(/g, needs: /^catboost\b/ },
  {
    name: 'scikit-learn fit',
    vendor: 'scikit-learn',
    call: /\.\s*fit\s*\(/g,
    needs:
      /^sklearn(?:$|\.(?:linear_model|ensemble|svm|tree|neighbors|naive_bayes|neural_network|cluster|pipeline|mixture|gaussian_process|discriminant_analysis|kernel_ridge|calibration|multioutput|multiclass|semi_supervised|isotonic))/,
  },
  { name: 'ultralytics train', vendor: 'Computer vision', call: /\.\s*train\s*\(/g, needs: /^ultralytics\b/ },
  {
    name: 'brain.js train',
    vendor: 'JavaScript machine learning',
    call: /\.\s*train(?:Async)?\s*\(/g,
    needs: /^brain\.js$/,
  },
  {
    name: 'spaCy training',
    vendor: 'Natural language processing',
    call: /\bnlp\s*\.\s*(?:update|begin_training|initialize)\s*\(/g,
    needs: /^spacy\b/,
  },
]

// Preparing data is no training: these only learn a mean, a vocabulary or a set of categories.
const preparation =
  /(?:scaler|encoder|vectorizer|vectoriser|imputer|pca|tokenizer|tfidf|binarizer|preproc\w*|normalizer|scaling)$/i

/**
 * @param code text without comments and strings
 * @param imported dotted Python modules (with the imported symbol) or npm packages of the same file
 */
export function reportTraining(code: string, imported: readonly string[], report: FileReport): void {
  for (const { name, vendor, call, needs, also } of trainingCalls) {
    if (needs && !imported.some((module) => needs.test(module))) continue
    if (also && !also.test(code)) continue
    for (const match of code.matchAll(call)) {
      const receiver =
        /([\w.]+)(?:\([^()\n]*\))?$/.exec(code.slice(Math.max(0, match.index - 80), match.index))?.[1] ?? ''
      // `def create_training_job(` defines a call of that name and makes none.
      if (/\b(?:def|function|class)\s+$/.test(code.slice(Math.max(0, match.index - 20), match.index))) continue
      if (preparation.test(receiver)) continue
      const position = match.index + Math.max(0, match[0].search(/[\w.]/))
      report.add({ kind: 'fine-tuning', vendor, name, position, confidence: 'high' })
      break
    }
  }
}
