CREATE TABLE `suppressions` (
	`agent_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `hash`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `remembered` ADD `owner_id` text;--> statement-breakpoint
CREATE INDEX `remembered_by_owner` ON `remembered` (`agent_id`,`owner_id`) WHERE owner_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `remembered_by_time` ON `remembered` (`created_at`);