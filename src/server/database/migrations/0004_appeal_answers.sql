ALTER TABLE "volunteer_profiles" ADD COLUMN "appeal_outcome" text;--> statement-breakpoint
ALTER TABLE "volunteer_profiles" ADD COLUMN "appeal_note" text;--> statement-breakpoint
ALTER TABLE "volunteer_profiles" ADD COLUMN "appeal_decided_by" text;--> statement-breakpoint
ALTER TABLE "volunteer_profiles" ADD COLUMN "appeal_decided_at" timestamp with time zone;