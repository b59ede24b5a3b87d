CREATE TABLE `credits` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`at` integer NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`ref` text,
	`by` text NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `credits_once` ON `credits` (`agent_id`,`reason`,`ref`) WHERE ref IS NOT NULL;--> statement-breakpoint
CREATE INDEX `credits_by_time` ON `credits` (`agent_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `dues` (
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`trigger` text NOT NULL,
	`due_at` integer NOT NULL,
	`episode` text NOT NULL,
	`attempt` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `contact_id`, `trigger`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `dues_by_time` ON `dues` (`agent_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `followups` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text,
	`kind` text NOT NULL,
	`trigger` text NOT NULL,
	`episode` text NOT NULL,
	`attempt` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`ended_because` text,
	`evidence` text NOT NULL,
	`channel` text,
	`text` text NOT NULL,
	`original_text` text NOT NULL,
	`template_id` text,
	`edited_by` text,
	`edited_at` integer,
	`auto` integer NOT NULL,
	`due_at` integer NOT NULL,
	`review_at` integer,
	`delivery_id` text,
	`approvals` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`sent_at` integer,
	`ended_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `followups_once` ON `followups` (`agent_id`,`contact_id`,`trigger`,`episode`,`attempt`);--> statement-breakpoint
CREATE INDEX `followups_by_due` ON `followups` (`agent_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `followups_by_created` ON `followups` (`agent_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `followups_open` ON `followups` (`agent_id`,`contact_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `followups_to_review` ON `followups` (`agent_id`,`review_at`) WHERE review_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `followups_by_delivery` ON `followups` (`agent_id`,`delivery_id`) WHERE delivery_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`texts` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_by_name` ON `templates` (`agent_id`,`name_key`);--> statement-breakpoint
ALTER TABLE `deliveries` ADD `follow_up_id` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `sent_at` integer;--> statement-breakpoint
CREATE INDEX `deliveries_unasked` ON `deliveries` (`agent_id`,`contact_id`) WHERE state IN ('queued', 'claimed') AND purpose <> 'reply';--> statement-breakpoint
CREATE INDEX `deliveries_of_marketing` ON `deliveries` (`agent_id`,`contact_id`,`sent_at`) WHERE purpose <> 'reply' AND sent_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `taken_over_by` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `taken_over_at` integer;--> statement-breakpoint
ALTER TABLE `conversations` ADD `owner_spoke_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `purpose` text;