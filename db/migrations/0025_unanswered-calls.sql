ALTER TABLE `conversations` ADD `called_for` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `called_at` integer;