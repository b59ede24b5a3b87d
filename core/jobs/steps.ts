import { type SendStep, sendSteps } from "#core/usecases/deliveries/sender.ts";

/** Steps of everything that moves, at which fault tests end the process: each is named after what has just been done. */
export const steps = ["ingested", "handed_over", ...sendSteps] as const;
export type JobStep = "ingested" | "handed_over" | SendStep;
