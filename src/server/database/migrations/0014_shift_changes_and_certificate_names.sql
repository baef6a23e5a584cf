ALTER TABLE "shifts" ADD COLUMN "times_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "true_name" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "name_salt" text;