DROP INDEX "account_list_workspace_id_health_index";--> statement-breakpoint
DROP INDEX "account_list_workspace_id_band_health_index";--> statement-breakpoint
DROP INDEX "account_list_workspace_id_renews_on_index";--> statement-breakpoint
DROP INDEX "account_list_workspace_id_last_contact_on_index";--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_health_tie_order_index" ON "account_list" USING btree ("workspace_id","health","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_band_health_tie_order_index" ON "account_list" USING btree ("workspace_id","band","health","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_renews_on_tie_order_index" ON "account_list" USING btree ("workspace_id","renews_on","tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_last_contact_on_tie_order_index" ON "account_list" USING btree ("workspace_id","last_contact_on","tie_order");