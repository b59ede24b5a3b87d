import type { StaffFeature } from "../slack/feature.ts";
import { pipelineCommand } from "./command.ts";

/** How many contacts are in each stage and status, how long they waited for answers, and what became of alerts. */
export const pipeline: StaffFeature = { commands: [pipelineCommand] };
