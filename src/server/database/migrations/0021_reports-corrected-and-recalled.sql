ALTER TABLE "report_objections" ADD COLUMN "closing_round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_objections" DROP CONSTRAINT "report_objections_report_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "report_objections" ADD CONSTRAINT "report_objections_report_id_person_id_closing_round_pk" PRIMARY KEY("report_id","person_id","closing_round");--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "needs_photo" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "report_history" ADD COLUMN "correction" jsonb;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "is_approximate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "landmark" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "submit_key" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "submit_digest" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "first_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "recall_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_submit_key" ON "reports" USING btree ("reporter_id","submit_key");
--> statement-breakpoint
-- What cannot be photographed in the table every city began with: quarrels, smells, noise at night, service at a counter.
UPDATE "categories" SET "needs_photo" = false WHERE "code" IN ('1006', '4003', '5008', '9003', '9901');
