ALTER TABLE `messages` ADD `forwarded` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `placeholder` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `quoted` text;