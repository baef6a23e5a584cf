CREATE TABLE "interview_attempts" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"sample_id" text NOT NULL,
	"person_id" text NOT NULL,
	"attempted_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "interview_holds" (
	"hold_id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"sample_id" text NOT NULL,
	"person_id" text NOT NULL,
	"form_key" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"sample_id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"person_id" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"seconds" integer NOT NULL,
	"answer_count" integer NOT NULL,
	"unknown_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_interviewers" (
	"wave_id" text NOT NULL,
	"person_id" text NOT NULL,
	"named_by" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "wave_interviewers_wave_id_person_id_pk" PRIMARY KEY("wave_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "interview_attempts" ADD CONSTRAINT "interview_attempts_wave_id_waves_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("wave_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "interview_attempts" ADD CONSTRAINT "interview_attempts_sample_id_wave_samples_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."wave_samples"("sample_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "interview_holds" ADD CONSTRAINT "interview_holds_wave_id_waves_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("wave_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "interview_holds" ADD CONSTRAINT "interview_holds_sample_id_wave_samples_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."wave_samples"("sample_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_sample_id_wave_samples_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."wave_samples"("sample_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_wave_id_waves_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("wave_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "wave_interviewers" ADD CONSTRAINT "wave_interviewers_wave_id_waves_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("wave_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "interview_attempts_sample" ON "interview_attempts" USING btree ("sample_id");
--> statement-breakpoint
CREATE INDEX "interview_attempts_wave" ON "interview_attempts" USING btree ("wave_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "interview_holds_open" ON "interview_holds" USING btree ("sample_id") WHERE released_at is null;
--> statement-breakpoint
CREATE INDEX "interview_holds_person" ON "interview_holds" USING btree ("person_id","wave_id");
--> statement-breakpoint
CREATE INDEX "interview_holds_due" ON "interview_holds" USING btree ("held_until") WHERE released_at is null;
--> statement-breakpoint
CREATE INDEX "interviews_wave" ON "interviews" USING btree ("wave_id","person_id");
--> statement-breakpoint
CREATE INDEX "wave_interviewers_person" ON "wave_interviewers" USING btree ("person_id");
