CREATE TABLE `audit` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text,
	`detail` text NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`agent_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`agent_id`,`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`contact_id` text,
	`channel_id` text NOT NULL,
	`ts` text,
	`shown` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_once` ON `posts` (`agent_id`,`kind`,`subject_id`,`channel_id`);--> statement-breakpoint
CREATE INDEX `posts_by_place` ON `posts` (`agent_id`,`channel_id`,`ts`);--> statement-breakpoint
CREATE INDEX `posts_by_contact` ON `posts` (`agent_id`,`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `seen` (
	`agent_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `seen_by_time` ON `seen` (`at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`slack_team_id` text,
	`slack_user_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_email` ON `staff` (`agent_id`,`email`) WHERE email IS NOT NULL AND state <> 'removed';--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_slack_user` ON `staff` (`agent_id`,`slack_team_id`,`slack_user_id`) WHERE slack_user_id IS NOT NULL AND state <> 'removed';--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`bot_user_id` text NOT NULL,
	`channel_id` text,
	`sealed` text,
	`digest_at` text,
	`broken_since` integer,
	`broken_because` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_by_team` ON `workspaces` (`agent_id`,`team_id`);--> statement-breakpoint
CREATE INDEX `workspaces_of_team` ON `workspaces` (`team_id`);