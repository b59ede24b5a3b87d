CREATE TABLE `waits` (
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`message_id` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`ended_by` text NOT NULL,
	`is_first` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `conversation_id`, `message_id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `waits_by_contact` ON `waits` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `waits_by_end` ON `waits` (`agent_id`,`ended_at`,`since`,`ended_by`,`is_first`);