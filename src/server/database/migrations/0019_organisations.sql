ALTER TABLE "organisations" ADD COLUMN "is_own" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "saved_by" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "verified_by" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "join_code" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "leader_id" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_own" ON "organisations" USING btree ("area_id") WHERE "organisations"."is_own";--> statement-breakpoint
CREATE UNIQUE INDEX "teams_join_code" ON "teams" USING btree ("join_code");