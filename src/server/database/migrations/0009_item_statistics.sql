CREATE TABLE "item_statistics" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"answer_count" integer NOT NULL,
	"right_count" integer NOT NULL,
	"discrimination" double precision,
	"options" jsonb NOT NULL,
	"median_milliseconds" integer,
	"flags" jsonb NOT NULL,
	"flag_count" integer NOT NULL,
	"counted_until" timestamp with time zone NOT NULL,
	CONSTRAINT "item_statistics_question_id_version_pk" PRIMARY KEY("question_id","version")
);
--> statement-breakpoint
CREATE TABLE "statistics_nights" (
	"business_date" text PRIMARY KEY NOT NULL,
	"counted_until" timestamp with time zone NOT NULL,
	"last_question_id" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "item_statistics_flags" ON "item_statistics" USING btree ("flag_count" DESC NULLS LAST,"question_id");--> statement-breakpoint
CREATE INDEX "attempt_items_answered" ON "attempt_items" USING btree ("answered_at");
