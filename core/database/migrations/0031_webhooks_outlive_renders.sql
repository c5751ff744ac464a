-- A webhook that is still on its way is sent also when its render was deleted meanwhile. The previous version goes on as before.
alter table webhook_events drop constraint webhook_events_render_id_fkey;
