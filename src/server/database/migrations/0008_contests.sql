CREATE TABLE "contests" (
	"contest_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"author_id" text NOT NULL,
	"publisher_id" text,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	"cancel_note" text,
	"points_given" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contest_history" (
	"contest_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"to_state" text NOT NULL,
	"actor_id" text NOT NULL,
	"plan" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "contest_history_contest_id_version_pk" PRIMARY KEY("contest_id","version")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "contest_id" text;
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "is_shown" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "seconds" integer;
--> statement-breakpoint
CREATE INDEX "contests_changed" ON "contests" USING btree ("changed_at" DESC NULLS LAST,"contest_id");
--> statement-breakpoint
CREATE INDEX "contests_period" ON "contests" USING btree ("state","closes_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_contest" ON "attempts" USING btree ("contest_id","person_id");
--> statement-breakpoint
CREATE INDEX "attempts_ranking" ON "attempts" USING btree ("contest_id","score" DESC NULLS LAST,"seconds","attempt_id") WHERE contest_id is not null and state in ('submitted', 'expired');
--> statement-breakpoint
create trigger contest_history_is_append_only before update or delete on contest_history for each row execute function refuse_change();
