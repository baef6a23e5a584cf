CREATE TABLE "area_changes" (
	"import_id" text NOT NULL,
	"area_id" text NOT NULL,
	"before" jsonb,
	CONSTRAINT "area_changes_import_id_area_id_pk" PRIMARY KEY("import_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "area_imports" (
	"import_id" text PRIMARY KEY NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"added_count" integer NOT NULL,
	"changed_count" integer NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "retires_on" date;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "retires_on" date;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "retires_on" date;--> statement-breakpoint
ALTER TABLE "area_changes" ADD CONSTRAINT "area_changes_import_id_area_imports_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."area_imports"("import_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_imports_newest" ON "area_imports" USING btree ("imported_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_grid_id_areas_area_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."areas"("area_id") ON DELETE no action ON UPDATE no action NOT VALID;