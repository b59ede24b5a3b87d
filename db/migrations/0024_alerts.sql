CREATE TABLE `alerts` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`rule` text NOT NULL,
	`kind` text NOT NULL,
	`rule_name` text NOT NULL,
	`severity` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`history` text NOT NULL,
	`branch_id` text,
	`opened_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`owner_id` text,
	`ended_at` integer,
	`ended_by` text,
	`ended_because` text,
	`muted_until` integer,
	`remind_at` integer,
	`reminders` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`,`conversation_id`) REFERENCES `conversations`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_open` ON `alerts` (`agent_id`,`conversation_id`,`rule`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `alerts_by_conversation` ON `alerts` (`agent_id`,`conversation_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `alerts_by_contact` ON `alerts` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `alerts_by_state` ON `alerts` (`agent_id`,`state`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_by_opening` ON `alerts` (`agent_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_to_remind` ON `alerts` (`agent_id`,`remind_at`) WHERE remind_at IS NOT NULL;