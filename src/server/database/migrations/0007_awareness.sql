CREATE TABLE "wave_answers" (
	"sample_id" text NOT NULL,
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"option_id" text,
	"is_right" boolean NOT NULL,
	CONSTRAINT "wave_answers_sample_id_question_id_pk" PRIMARY KEY("sample_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "wave_samples" (
	"sample_id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"community_id" text NOT NULL,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"token_digest" text NOT NULL,
	"answered_at" timestamp with time zone,
	"non_response_reason" text,
	"non_response_note" text,
	"non_response_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"wave_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb NOT NULL,
	"questions" jsonb NOT NULL,
	"sample_size" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"findings" jsonb
);
--> statement-breakpoint
ALTER TABLE "wave_answers" ADD CONSTRAINT "wave_answers_sample_id_wave_samples_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."wave_samples"("sample_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_samples" ADD CONSTRAINT "wave_samples_wave_id_waves_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("wave_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "wave_samples_token" ON "wave_samples" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "wave_samples_wave" ON "wave_samples" USING btree ("wave_id");--> statement-breakpoint
CREATE INDEX "waves_newest" ON "waves" USING btree ("created_at" DESC NULLS LAST,"wave_id" DESC NULLS LAST);--> statement-breakpoint
create trigger wave_answers_are_append_only before update or delete on wave_answers for each row execute function refuse_change();
