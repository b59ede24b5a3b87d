CREATE TABLE `operations` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`total` integer,
	`done` integer NOT NULL,
	`failed` integer NOT NULL,
	`cursor` text,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`finished_at` integer,
	`input` text NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `operations_by_created` ON `operations` (`agent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `operations_open` ON `operations` (`updated_at`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`filter` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `segments_by_name` ON `segments` (`agent_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `transitions_by_time` ON `transitions` (`agent_id`,`kind`,`at`,`to`);--> statement-breakpoint
CREATE INDEX `messages_by_time` ON `messages` (`agent_id`,`sent_at`,`direction`,`sentiment`);