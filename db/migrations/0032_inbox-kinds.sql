DROP INDEX `conversations_by_state`;--> statement-breakpoint
DROP INDEX `conversations_by_wait`;--> statement-breakpoint
DROP INDEX `conversations_by_assignee_wait`;--> statement-breakpoint
DROP INDEX `conversations_by_branch_wait`;--> statement-breakpoint
DROP INDEX `conversations_by_assignee`;--> statement-breakpoint
DROP INDEX `conversations_by_branch`;--> statement-breakpoint
CREATE INDEX `conversations_by_kind` ON `conversations` (`agent_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_by_assignee_kind` ON `conversations` (`agent_id`,`assignee_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`last_message_at`,`id`) WHERE assignee_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_branch_kind` ON `conversations` (`agent_id`,`branch_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`last_message_at`,`id`) WHERE branch_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_kind_wait` ON `conversations` (`agent_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_assignee_kind_wait` ON `conversations` (`agent_id`,`assignee_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`waiting_since`,`id`) WHERE waiting_since IS NOT NULL AND assignee_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_branch_kind_wait` ON `conversations` (`agent_id`,`branch_id`,`state`,`channel`,(assignee_id IS NULL),(branch_id IS NULL),`waiting_since`,`id`) WHERE waiting_since IS NOT NULL AND branch_id IS NOT NULL;