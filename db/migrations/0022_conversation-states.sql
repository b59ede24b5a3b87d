CREATE TABLE `conversation_counts` (
	`agent_id` text NOT NULL,
	`state` text NOT NULL,
	`channel` text NOT NULL,
	`branch_id` text NOT NULL,
	`assignee_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `state`, `channel`, `branch_id`, `assignee_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `conversation_decisions` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`decision` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`,`conversation_id`) REFERENCES `conversations`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversation_decisions_by_contact` ON `conversation_decisions` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `conversation_decisions_by_conversation` ON `conversation_decisions` (`agent_id`,`conversation_id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `awaiting_reply` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_awaiting` ON `contacts` (`agent_id`,`recent_at`) WHERE awaiting_reply = 1;--> statement-breakpoint
ALTER TABLE `conversations` ADD `last_message_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `state` text DEFAULT 'answered' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `waiting_message_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `waiting_because` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `done_at` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `review_at` integer;--> statement-breakpoint
CREATE INDEX `conversations_by_state` ON `conversations` (`agent_id`,`state`,`channel`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_by_waiting` ON `conversations` (`agent_id`,`waiting_since`,`id`) WHERE waiting_since IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_assignee` ON `conversations` (`agent_id`,`assignee_id`,`state`,`channel`,`last_message_at`,`id`) WHERE assignee_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_branch` ON `conversations` (`agent_id`,`branch_id`,`state`,`channel`,`last_message_at`,`id`) WHERE branch_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_by_review` ON `conversations` (`agent_id`,`review_at`) WHERE review_at IS NOT NULL;