export type { Cell, CellTable, Confusion, GroupValue, ScoreHistogram } from './cells.ts'
export { sizeOf } from './cells.ts'
export type { Estimate, IntervalMethod, Rate, Verdict } from './estimate.ts'
export type { Characteristic } from './quality/characteristic.ts'
export { characteristics } from './quality/characteristic.ts'
export type {
  Condition,
  PopulationShare,
  ProvenanceFacts,
  QualityCheck,
  QualityCheckName,
} from './quality/check.ts'
export { characteristicOf, columnsOf } from './quality/check.ts'
export type {
  FrequencyCounts,
  GroupCounts,
  PairCounts,
  Part,
  QualityCounts,
  RatingCounts,
  ShareCounts,
} from './quality/counts.ts'
export { worstRows } from './quality/counts.ts'
export type { QualityVerdict, Requirement, Target } from './quality/requirement.ts'
export type {
  QualityDetail,
  QualityFinding,
  QualityMeasure,
  QualityResult,
  QuantityUnit,
  Stratum,
} from './quality/result.ts'
export { rowsToBeNamed } from './quality/result.ts'
export type {
  CategoryColumn,
  CategoryCount,
  DriftColumn,
  ExactValues,
  FixedPointSums,
  Grid,
  GridCounts,
  NumberColumn,
} from './drift/column.ts'
export { checkColumn, filled, usualBins } from './drift/column.ts'
export type { DecidedScore, DecidedScores, ScoreCount, ScoreTable } from './scores/score-table.ts'
export { checkScores, histogramUnit, poolScores, tableOfHistogram } from './scores/score-table.ts'
export type { Decomposition } from './inequality.ts'
export { coefficientOfVariation, decomposeEntropy, generalisedEntropy, theil } from './inequality.ts'
export type { Auc, AucDifference, BinnedAuc } from './scores/auc.ts'
export { aucDifference, aucOf, aucOfHistogram, hanleyMcNeil, labelsOf } from './scores/auc.ts'
export type { PrecisionRecallPoint, RocPoint, ThresholdRow } from './scores/curves.ts'
export {
  averagePrecision,
  ksOfScores,
  precisionRecallPoints,
  rocPoints,
  thinned,
  thresholdTable,
} from './scores/curves.ts'
export { normalCdf, normalQuantile, zOf } from './normal.ts'
export type { Planned } from './sample-size.ts'
export { sizeForHalfWidth, sizeToFindGap, sizeToShowRatio, sizeToShowWithin } from './sample-size.ts'
export type { Conflict, Conflicts, Group, Held } from './conflicts.ts'
export { conflictsBetween } from './conflicts.ts'
export type { Identity, Price, Settling } from './conflicts-identity.ts'
export { identityOf, impliedFpr, priceOfEquality } from './conflicts-identity.ts'
export { undefinedEstimate } from './estimate.ts'
export type { Interval, Proportion, TwoProportions } from './intervals/counts.ts'
export { criticalValue, twoSidedNormalTail } from './intervals/normal.ts'
export { agrestiCoull, clopperPearson, jeffreys, wilson } from './intervals/proportion.ts'
export { newcombe } from './intervals/newcombe.ts'
export { katzLog } from './intervals/katz.ts'
export type { CountedRate, RateId } from './rates/counted.ts'
export { countsOf, rateIds, rateValue, whyUndefined } from './rates/counted.ts'
export type { ProportionMethod, RateOptions } from './rates/rates.ts'
export { rateFrom, rateOf, ratesOf } from './rates/rates.ts'
export type { NearDuplicates } from './quality/near-duplicates.ts'
export { nearDuplicates } from './quality/near-duplicates.ts'
export { hasDniLetter, hasIbanDigits, hasLuhnDigit, hasNirKey } from './text/check-digits.ts'
export type { CheckDigits, Pattern } from './text/patterns.ts'
export { patternsIn, patternsVersion, personalPatterns, secretPatterns } from './text/patterns.ts'
export type { Combined, Judged } from './verdict/combine.ts'
export { combineVerdicts } from './verdict/combine.ts'
export type { Asked, Because, Denominator, Judgement, ShownDenominator } from './verdict/judge.ts'
export { judge, privacyLimit, usualMinimum } from './verdict/judge.ts'
export type { Margin, Scale } from './verdict/margin.ts'
export { atLeast, atMost, fourFifths, fourFifthsBothWays, sayMargin, within } from './verdict/margin.ts'
export { sizeNeeded, timesNeeded } from './verdict/needed.ts'
export { miettinenNurminen } from './intervals/miettinen-nurminen.ts'
export type { RatioInterval } from './intervals/score-ratio.ts'
export { scoreRatio } from './intervals/score-ratio.ts'
export { fisherExact, smallestExpected, twoProportionZ } from './tests/two-proportions.ts'
export type { Adjustment, PValues } from './tests/multiplicity.ts'
export { adjust, benjaminiHochberg, bonferroni, holm } from './tests/multiplicity.ts'
export { addConfusions, marginal, mergeTables, nameOf, totalOf, withoutConfusion } from './tables.ts'
export type { Pair, PairOptions, PairResult } from './comparisons/pair.ts'
export { comparePair } from './comparisons/pair.ts'
export type { CalibrationError } from './scores/calibration-error.ts'
export { calibrationError } from './scores/calibration-error.ts'
export type { Calibration, GroupedCalibration, ReliabilityTable } from './scores/calibration.ts'
export { calibrationByGroup, calibrationOf } from './scores/calibration.ts'
export type { CoxCalibration, LikelihoodRatio } from './scores/cox.ts'
export { coxCalibration, groupCalibrationTest } from './scores/cox.ts'
export type { BrierSplit, LogLoss } from './scores/probability-scores.ts'
export { brierScore, brierSplit, logLoss } from './scores/probability-scores.ts'
export type { Binning, ReliabilityBin, ScoreBin } from './scores/reliability.ts'
export { quantilesOf, reliabilityTable, scoreBins } from './scores/reliability.ts'
export type { ChiSquare } from './tests/chi-square.ts'
export { chiSquareTail, chiSquareTwoSample } from './tests/chi-square.ts'
export type { Homogeneity, PermutationOptions } from './tests/homogeneity.ts'
export { homogeneity } from './tests/homogeneity.ts'
export type { Stratified } from './tests/mantel-haenszel.ts'
export { mantelHaenszel } from './tests/mantel-haenszel.ts'
export type { Discordant, McNemar } from './tests/mcnemar.ts'
export { mcNemar } from './tests/mcnemar.ts'
export type { Binomial, Uniform } from './bootstrap/random.ts'
export { binomialDraws, drawHypergeometric, seededUniform } from './bootstrap/random.ts'
export { sayGroup } from './group-words.ts'
export type { FamilyMember, FamilyMetric, FamilyPlan, FamilyVerdict, LeftOut, Reference } from './verdict/family.ts'
export { judgeFamily } from './verdict/family.ts'
export type { RatingPattern, Scale as RatingScale } from './quality/agreement.ts'
export { fleissKappa, krippendorffAlpha } from './quality/agreement.ts'
export type { AgreementTable, Kappa, KappaWeights } from './quality/cohen-kappa.ts'
export { agreementTable, cohenKappa } from './quality/cohen-kappa.ts'
export type { Determination, PairCount } from './quality/association.ts'
export { cramersV, determination, informationShare } from './quality/association.ts'
export type { ClassSize } from './quality/entropy.ts'
export { entropyBits, imbalanceRatio, normalisedEntropy, simpsonIndex } from './quality/entropy.ts'
export { findingOf } from './quality/find.ts'
export { judgeRequirements } from './quality/judge-requirements.ts'
export type { CompositeId } from './rates/composites.ts'
export { compositeIds, compositeValue, whyCompositeUndefined } from './rates/composites.ts'
export type { Bootstrapped, BootstrapOptions, Statistic } from './bootstrap/bootstrap.ts'
export { bootstrapAll, bootstrapCells } from './bootstrap/bootstrap.ts'
export type { ReferenceGroup } from './comparisons/reference-group.ts'
export { findGroup, referenceGroup } from './comparisons/reference-group.ts'
export type { Against, Comparison, ComparisonOptions } from './comparisons/comparisons.ts'
export { compareGroups, usualMetrics } from './comparisons/comparisons.ts'
export type { Spread } from './comparisons/spread.ts'
export { spreadOf } from './comparisons/spread.ts'
export type { PairSummary, Summary } from './comparisons/summary.ts'
export { equalizedOdds, pairSummary, summaryOf } from './comparisons/summary.ts'
export type { AverageOdds } from './comparisons/by-bootstrap.ts'
export type { Assessment, AssessOptions, Family, GroupResult } from './comparisons/assess.ts'
export { assessGroups } from './comparisons/assess.ts'
export type { Category, Exclusion, Impact, ImpactOptions, ImpactRow, ImpactTable } from './four-fifths.ts'
export { impactTable, smallestShare } from './four-fifths.ts'
export type { OneInstead, Shortfall } from './four-fifths-shortfall.ts'
export { oneInstead, shortfall } from './four-fifths-shortfall.ts'
export type { Candidates, LawOptions, LawTables, LocalLaw144 } from './local-law-144.ts'
export { candidatesOf, localLaw144, noPassMark, notTheAudit, tieRule } from './local-law-144.ts'
export type { AboveMedian, ScoreCount as CountedScore } from './local-law-144-median.ts'
export { aboveMedian } from './local-law-144-median.ts'
export type { RankedSubgroup, SearchOptions, SubgroupSearch } from './subgroups.ts'
export { saySubgroup, searchSubgroups } from './subgroups.ts'
export type { Confirmation } from './subgroups-confirm.ts'
export { confirmSubgroups, splitTable } from './subgroups-confirm.ts'
export type { Enumeration, Subgroup } from './subgroups-enumerate.ts'
export { enumerateSubgroups } from './subgroups-enumerate.ts'
export type { Prior, Shrunk } from './subgroups-shrinkage.ts'
export { priorOf, shrink } from './subgroups-shrinkage.ts'
export type { DriftOptions, DriftResult } from './drift/compare.ts'
export { compareDrift } from './drift/compare.ts'
export type { GroupMix } from './drift/group-mix.ts'
export type { DriftCheck, DriftMargins } from './drift/judge.ts'
export { usualMargins } from './drift/judge.ts'
export { ksFloor, ksTail } from './drift/kolmogorov.ts'
export { binOf, gridOver, onGrid } from './drift/line.ts'
export type { DriftReference, FrozenCategories, FrozenColumn, FrozenNumbers } from './drift/reference.ts'
export { freezeReference, gridOf } from './drift/reference.ts'
export type { CategoryDrift, ColumnDrift, ColumnRole, LostColumn, NumberDrift } from './drift/result.ts'
export type { ShareDistances, TwoSampleChiSquare } from './drift/share-distances.ts'
export { expectedPsi, shareDistances, twoSampleChiSquare } from './drift/share-distances.ts'
export type { Inequality } from './inequality-interval.ts'
export { inequalityOf } from './inequality-interval.ts'
export type { Reversal, StratifiedGap, StratifiedOptions, StratumGap } from './simpson.ts'
export { findReversals, mantelHaenszelDifference, stratifiedGap } from './simpson.ts'
export type { Range, UnknownBounds } from './unknown-bounds.ts'
export { unknownBounds } from './unknown-bounds.ts'
