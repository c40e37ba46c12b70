/** The packages shipped with the program, as read; parse before use. */
import jinchengPipeline2026 from './jincheng-pipeline-2026/plan.json' with { type: 'json' };

export const builtinPlans: readonly unknown[] = [jinchengPipeline2026];
