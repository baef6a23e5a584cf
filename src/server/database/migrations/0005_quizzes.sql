CREATE TABLE "facts" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"statement" text NOT NULL,
	"law" text NOT NULL,
	"version" text NOT NULL,
	"article" text NOT NULL,
	"scope" text NOT NULL,
	"review_by" text NOT NULL,
	"suspended_at" timestamp with time zone,
	"suspended_by" text,
	"suspended_note" text
);
--> statement-breakpoint
CREATE TABLE "question_facts" (
	"question_id" text NOT NULL,
	"fact_id" text NOT NULL,
	CONSTRAINT "question_facts_question_id_fact_id_pk" PRIMARY KEY("question_id","fact_id")
);
--> statement-breakpoint
CREATE TABLE "question_history" (
	"question_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"to_state" text NOT NULL,
	"actor_id" text,
	"note" text,
	CONSTRAINT "question_history_question_id_sequence_pk" PRIMARY KEY("question_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"author_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_versions_question_id_version_pk" PRIMARY KEY("question_id","version")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"question_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"pool" text NOT NULL,
	"type" text NOT NULL,
	"topic" text NOT NULL,
	"fact_id" text NOT NULL,
	"stem" text NOT NULL,
	"difficulty" integer NOT NULL,
	"is_fact_suspended" boolean DEFAULT false NOT NULL,
	"author_id" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_items" (
	"item_id" text PRIMARY KEY NOT NULL,
	"attempt_id" text NOT NULL,
	"position" integer NOT NULL,
	"person_id" text NOT NULL,
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"fact_id" text NOT NULL,
	"topic" text NOT NULL,
	"option_order" jsonb NOT NULL,
	"reason" text NOT NULL,
	"may_earn" boolean NOT NULL,
	"answer_by" timestamp with time zone,
	"answer" jsonb,
	"answered_at" timestamp with time zone,
	"is_right" boolean,
	"milliseconds" integer
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"topic" text,
	"business_date" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"deadline" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"score" integer DEFAULT 0 NOT NULL,
	"points" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_memories" (
	"person_id" text NOT NULL,
	"fact_id" text NOT NULL,
	"topic" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"stability_days" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"learning_steps" integer NOT NULL,
	"scheduled_days" integer NOT NULL,
	"review_count" integer NOT NULL,
	"lapse_count" integer NOT NULL,
	"phase" integer NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fact_memories_person_id_fact_id_pk" PRIMARY KEY("person_id","fact_id")
);
--> statement-breakpoint
CREATE TABLE "mistakes" (
	"person_id" text NOT NULL,
	"question_id" text NOT NULL,
	"item_id" text NOT NULL,
	"topic" text NOT NULL,
	"wrong_count" integer NOT NULL,
	"wrong_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mistakes_person_id_question_id_pk" PRIMARY KEY("person_id","question_id")
);
--> statement-breakpoint
CREATE INDEX "facts_topic" ON "facts" USING btree ("topic","fact_id");--> statement-breakpoint
CREATE INDEX "question_facts_fact" ON "question_facts" USING btree ("fact_id");--> statement-breakpoint
CREATE INDEX "questions_changed" ON "questions" USING btree ("changed_at" DESC NULLS LAST,"question_id");--> statement-breakpoint
CREATE INDEX "questions_topic" ON "questions" USING btree ("state","pool","topic");--> statement-breakpoint
CREATE INDEX "questions_fact" ON "questions" USING btree ("fact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_items_position" ON "attempt_items" USING btree ("attempt_id","position");--> statement-breakpoint
CREATE INDEX "attempt_items_question" ON "attempt_items" USING btree ("question_id","version");--> statement-breakpoint
CREATE INDEX "attempt_items_person" ON "attempt_items" USING btree ("person_id","answered_at");--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id","mode","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "attempts_state" ON "attempts" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "fact_memories_due" ON "fact_memories" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE INDEX "mistakes_newest" ON "mistakes" USING btree ("person_id","wrong_at" DESC NULLS LAST);