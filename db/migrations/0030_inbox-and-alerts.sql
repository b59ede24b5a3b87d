DROP INDEX `conversations_by_waiting`;--> statement-breakpoint
CREATE INDEX `conversations_by_wait` ON `conversations` (`agent_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_assignee_wait` ON `conversations` (`agent_id`,`assignee_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL AND assignee_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_branch_wait` ON `conversations` (`agent_id`,`branch_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL AND branch_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_owner` ON `conversations` (`agent_id`,`taken_over_by`) WHERE taken_over_by IS NOT NULL;--> statement-breakpoint
CREATE INDEX `alerts_open_by_severity` ON `alerts` (`agent_id`,`state`,`severity`,`opened_at`,`id`) WHERE ended_at IS NULL;