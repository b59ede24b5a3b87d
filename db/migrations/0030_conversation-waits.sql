DROP INDEX `conversations_by_waiting`;--> statement-breakpoint
CREATE INDEX `conversations_by_wait` ON `conversations` (`agent_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_assignee_wait` ON `conversations` (`agent_id`,`assignee_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_branch_wait` ON `conversations` (`agent_id`,`branch_id`,`state`,`channel`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;