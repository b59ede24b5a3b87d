CREATE TABLE `erasures` (
	`agent_id` text NOT NULL,
	`erased_id` text NOT NULL,
	`erased_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `erased_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
