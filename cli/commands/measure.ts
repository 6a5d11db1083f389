import type { Command } from '../command.ts'

const usage = `assay measure KIND FILE... [--plan FILE | options] [--json|--html|--markdown|--sarif[=FILE]]...

Measures a file of predictions or of training data: CSV, Parquet or JSON lines, plain, gzip or zstd. Needs no server; the
file stays where it is. KIND is one of

  fairness     how decisions differ between groups       performance  how often predictions are right
  calibration  whether scores are the chances they say   quality      whether data meet what is asked of them
  drift        REFERENCE CURRENT: what has changed       llm          what a language model has written

What is measured, in a plan (YAML or JSON) or by options:
  --plan FILE            the plan; "-" reads standard input. It says it all: options of this list beside it are refused
  --label COL            what came out; a column, or a condition such as "income > 50000"
  --prediction COL       what was decided; a column, or a condition such as "score >= 0.5"
  --score COL            the score behind it
  --positive VALUE       the favourable value of label and prediction (1)
  --by COL[,COL...]      groups, one table a column
  --intersect COL,COL    groups by a combination; may be repeated
  --reference COL=VALUE  the group that others are compared with (the largest); may be repeated
  --filter EXPR          who is counted: "age >= 18 and not status in ('draft', 'test')"
  --missing VALUE        a value that means "no value"; may be repeated
  --threshold T          what decides; may be repeated. fairness: selection_rate:ratio=0.8 or tpr:difference=0.1 (without
                         any: selection_rate:ratio=0.8); performance, calibration: "accuracy>=0.8"; drift: "wasserstein_normalised<=0.1",
                         total_variation, nulls or unseen
  --tables T,...         fairness: four-fifths, subgroups, inequality, conflicts
  --within COL[,COL][=MARGIN]  fairness: compare groups among rows that are alike in these columns; decides with a margin
  --hold-back SHARE      fairness: search subgroups on the others and confirm findings on this share (or on --test FILE)
  --expect METRIC=RATE[,REFERENCE]  fairness: the rates that a threshold on METRIC expects; may be repeated. performance,
                         calibration: METRIC=VALUE[,SHARE OF FAVOURABLE LABELS]
  --size GROUPS          instead of measuring, tell how many people each of so many groups needs for --expect (fairness), or how
                         many rows: --size ROWS OF THE REFERENCE for drift, --size 1 for the others
  --law-144 SEX,RACE[,SCORE]  fairness: columns of the tables of New York City's Local Law 144
  --task regression      performance: label and prediction are numbers; --threshold "mae<=2" or "mean_residual<=0.5"
  --confidence N --replicates N --seed N
  --columns COL,...      drift, quality: only these columns
  --mode binned|exact --bins N --categories COL,... --numbers COL,... --windows N|day|week|month:COL          drift
  --stream cusum[:COL|:CONDITION]  drift: watch values, or without any the errors, one by one; may be repeated
  --freeze FILE          drift: write the reference for later runs, instead of comparing; then name one file
  --reference-proof FILE --log-key KEY   drift: check offline that the log signed this frozen reference, with the key that you hold
  --keys COL,... --quasi-identifiers COL,... --sensitive COL,... --as-of DATE --test FILE          quality
  --output COL --prompt COL --expected COL --context COL --group COL --pair COL --variant COL
  --opponent COL --judge COL      llm

How it is told (a table on the terminal without any; without =FILE on standard output, where one of them goes):
  --json       the whole result            --html       a page with plots, complete in itself
  --markdown   for a merge request         --sarif      what failed, for code scanning
  --no-plots   tables alone

Filing it (the environment variable ASSAY_TOKEN holds an API key; the measured file stays here):
  --push URL --push-plan ID --subject ai-system:ID|dataset:ID
               files the record at the server, under that plan, or the approved one with this very definition, or as a
               draft for that system

What it may use:
  --memory SIZE  of the query engine (1GB)   --threads N  (2)   --work-folder DIR  for what does not fit into memory

Exit code: 0 pass, or nothing to decide; 1 fail; 3 not enough data; 2 refused input, with what to do on standard error
({"problems": [{"path", "message"}]} with --json); 4 measured, but not filed; 130 cancelled.
`

const command: Command = {
  summary: 'fairness, performance, calibration, quality, drift or LLM output of a file',
  usage,
  async run(argv, io) {
    const { measureFiles } = await import('../measure/measure-files.ts')
    return await measureFiles(argv, io)
  },
}

export default command
